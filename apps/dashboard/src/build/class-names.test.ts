import { expect, test } from 'vitest'
import { shortenClassNames } from './class-names.ts'

function createRules() {
  const modules = { getLocalIdent: (_context: unknown, _template: string, name: string) => name }
  return {
    modules,
    rules: [{}, { oneOf: [{ use: 'other' }, { use: [{ options: { modules } }] }] }],
  }
}

test('a class is named after its style sheet', () => {
  const { modules, rules } = createRules()

  shortenClassNames(rules)

  const context = { resourcePath: '/ui/stat.module.css' }
  expect(modules.getLocalIdent(context, '', 'value')).toBe('stat_value')
  expect(modules.getLocalIdent(context, '', 'label')).toBe('stat_label')
})

test('rejects a second style sheet with the same name', () => {
  const { modules, rules } = createRules()

  shortenClassNames(rules)

  modules.getLocalIdent({ resourcePath: '/ui/stat.module.css' }, '', 'value')
  expect(() =>
    modules.getLocalIdent({ resourcePath: '/features/stat.module.css' }, '', 'value'),
  ).toThrow('/features/stat.module.css and /ui/stat.module.css need different file names')
})

test('rejects a configuration without a css-loader', () => {
  expect(() => shortenClassNames([{ oneOf: [{ use: [] }] }])).toThrow(
    'Next.js uses no css-loader for style sheets',
  )
})
