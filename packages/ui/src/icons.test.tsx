import * as octicons from '@primer/octicons-react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type IconName, iconNames } from './icon-names.ts'

test('icons.css contains the path data of each octicon', async () => {
  const rules = iconNames.map(
    (name) => `[data-icon="${name}"] { --icon: url("${toDataUrl(getPathData(name))}"); }`,
  )
  await expect(
    [
      '/* biome-ignore-all format: copied from @primer/octicons-react by `vitest run -u` */',
      ...rules,
      '',
    ].join('\n'),
  ).toMatchFileSnapshot('./icons.css')
})

function toDataUrl(path: string): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><path d='${path}'/></svg>`
  return `data:image/svg+xml,${svg.replace(/[<>]/g, encodeURIComponent)}`
}

function getPathData(name: IconName): string {
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: a test is not part of a bundle
  const Octicon = octicons[componentNameOf(name)]
  const [, content = ''] = />(.*)<\/svg>/.exec(renderToStaticMarkup(<Octicon size={16} />)) ?? []
  // Only paths are copied; any other element would be lost.
  expect(content).toMatch(/^(<path d="m[^"]+"><\/path>)+$/i)
  return [...content.matchAll(/ d="([^"]+)"/g)]
    .map(([, path = '']) => toAbsoluteStart(path))
    .join('')
}

function componentNameOf(name: IconName): keyof typeof octicons & `${string}Icon` {
  const words = name.replace(/(?:^|-)(.)/g, (_, first: string) => first.toUpperCase())
  return `${words}Icon` as keyof typeof octicons & `${string}Icon`
}

/** Makes the first move of a path absolute, because a relative one would start at the end of the path before. */
function toAbsoluteStart(path: string): string {
  const number = String.raw`-?(?:\d+\.?\d*|\.\d+)`
  return path.replace(
    new RegExp(`^m(${number})[ ,]?(${number})[ ,]?(?=([-.\\d])?)`),
    (_, x, y, next) => `M${x} ${y}${next ? 'l' : ''}`,
  )
}
