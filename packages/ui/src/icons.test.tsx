import * as octicons from '@primer/octicons-react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

// The icons that pages use. To add an icon, add its name here and run `vitest run -u`.
const names = [
  'AlertIcon',
  'CheckIcon',
  'CheckCircleIcon',
  'ChevronLeftIcon',
  'ChevronRightIcon',
  'ClockIcon',
  'CommentIcon',
  'DeviceDesktopIcon',
  'GitMergeIcon',
  'GitPullRequestIcon',
  'GitPullRequestClosedIcon',
  'GitPullRequestDraftIcon',
  'InfoIcon',
  'IssueClosedIcon',
  'IssueOpenedIcon',
  'LockIcon',
  'MarkGithubIcon',
  'MoonIcon',
  'PinIcon',
  'QuestionIcon',
  'RepoForkedIcon',
  'SearchIcon',
  'SkipIcon',
  'StarIcon',
  'StopIcon',
  'SunIcon',
  'SyncIcon',
  'TelescopeIcon',
  'UnlinkIcon',
  'XIcon',
] as const

test.each(names)('the file of %s contains the path data of the octicon', async (name) => {
  await expect(
    `// biome-ignore-all format: copied from @primer/octicons-react by \`vitest run -u\`\nexport const ${name} = '${getPathData(name)}'\n`,
  ).toMatchFileSnapshot(`./icons/${fileNameOf(name)}.ts`)
})

// In a file each, so that a page loads only the icons that it shows.
test('icons.ts exports each icon from its own file', async () => {
  const lines = names.map((name) => `export { ${name} } from './icons/${fileNameOf(name)}.ts'\n`)
  await expect(lines.join('')).toMatchFileSnapshot('./icons.ts')
})

function fileNameOf(name: string): string {
  return name
    .replace(/Icon$/, '')
    .replace(/\B[A-Z]/g, '-$&')
    .toLowerCase()
}

function getPathData(name: (typeof names)[number]): string {
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: a test is not part of a bundle
  const Octicon = octicons[name]
  const [, content = ''] = />(.*)<\/svg>/.exec(renderToStaticMarkup(<Octicon size={16} />)) ?? []
  // Only paths are copied; any other element would be lost.
  expect(content).toMatch(/^(<path d="m[^"]+"><\/path>)+$/i)
  return [...content.matchAll(/ d="([^"]+)"/g)]
    .map(([, path = '']) => toAbsoluteStart(path))
    .join('')
}

/** Makes the first move of a path absolute, because a relative one would start at the end of the path before. */
function toAbsoluteStart(path: string): string {
  const number = String.raw`-?(?:\d+\.?\d*|\.\d+)`
  return path.replace(
    new RegExp(`^m(${number})[ ,]?(${number})[ ,]?(?=([-.\\d])?)`),
    (_, x, y, next) => `M${x} ${y}${next ? 'l' : ''}`,
  )
}
