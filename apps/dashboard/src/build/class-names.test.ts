import { expect, test } from 'vitest'
import { shortenClassNames } from './class-names.ts'

function createRules() {
  const toClassName = (_context: { resourcePath: string }, _template: string, name: string) => name
  const extract = { options: { esModule: false } }
  const css = { options: { esModule: false, modules: { getLocalIdent: toClassName } } }
  const postcss = { options: {} }
  const rules = [{}, { oneOf: [{ use: 'other' }, { use: [extract, css, postcss] }] }]
  return { extract, css, postcss, rules }
}

test('a class is named after its style sheet', () => {
  const { css, rules } = createRules()

  shortenClassNames(rules)

  const context = { resourcePath: '/ui/stat.module.css' }
  expect(css.options.modules.getLocalIdent(context, '', 'value')).toBe('stat_value')
  expect(css.options.modules.getLocalIdent(context, '', 'label')).toBe('stat_label')
})

test('a CSS module is an ES module', () => {
  const { extract, css, postcss, rules } = createRules()

  shortenClassNames(rules)

  expect(extract.options.esModule).toBe(true)
  expect(css.options.esModule).toBe(true)
  expect(postcss.options).toEqual({})
})

test('rejects a second style sheet with the same name', () => {
  const { css, rules } = createRules()

  shortenClassNames(rules)

  const { getLocalIdent } = css.options.modules
  getLocalIdent({ resourcePath: '/ui/stat.module.css' }, '', 'value')
  expect(() => getLocalIdent({ resourcePath: '/features/stat.module.css' }, '', 'value')).toThrow(
    '/features/stat.module.css and /ui/stat.module.css need different file names',
  )
})

test('rejects a configuration without a css-loader', () => {
  expect(() => shortenClassNames([{ oneOf: [{ use: [] }] }])).toThrow(
    'Next.js uses no css-loader for style sheets',
  )
})
