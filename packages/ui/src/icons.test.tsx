import * as octicons from '@primer/octicons-react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

// Every icon that a page shows. To add one, name it here and run `vitest run -u`.
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
  'GitPullRequestClosedIcon',
  'GitPullRequestDraftIcon',
  'GitPullRequestIcon',
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

test('icons.ts holds the shapes of the octicons that are shown', async () => {
  const lines = names.map((name) => `export const ${name} = '${shapeOf(name)}'\n`)
  await expect(
    `// biome-ignore-all format: copied from @primer/octicons-react by \`vitest run -u\`\n${lines.join('')}`,
  ).toMatchFileSnapshot('./icons.ts')
})

function shapeOf(name: (typeof names)[number]): string {
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: a test is not sent to anybody
  const Octicon = octicons[name]
  const [, inside = ''] = />(.*)<\/svg>/.exec(renderToStaticMarkup(<Octicon size={16} />)) ?? []
  // Nothing but paths: what else an icon may hold would be lost.
  expect(inside).toMatch(/^(<path d="m[^"]+"><\/path>)+$/i)
  return [...inside.matchAll(/ d="([^"]+)"/g)].map(([, path = '']) => fromOrigin(path)).join('')
}

/** A path may begin with a relative move, which after another path would begin at that one's end. */
function fromOrigin(path: string): string {
  const number = String.raw`-?(?:\d+\.?\d*|\.\d+)`
  return path.replace(
    new RegExp(`^m(${number})[ ,]?(${number})[ ,]?(?=([-.\\d])?)`),
    (_, x, y, next) => `M${x} ${y}${next ? 'l' : ''}`,
  )
}
