import { currentRuntime } from '@repo/page-runtime'
import { inspectPages, type PageRow } from '@repo/page-runtime/inspect'
import { expect, test } from 'vitest'
import { buildOf, project } from './inspect/test-support.ts'

// What the command does, for a script of your own.
function pagesOn(runtime: PageRow['runtime'], folder: string): string[] {
  const { pages, mistakes } = inspectPages(folder)
  if (mistakes[0]) throw new Error(mistakes[0].problem)
  return pages.filter((page) => page.runtime === runtime).map(({ route }) => route)
}

test('README example', () => {
  const folder = project({
    'pages/report.tsx': "export const config = { runtime: 'nodejs' }\n",
    ...buildOf(['/report']),
  })

  expect(pagesOn(currentRuntime() ?? 'nodejs', folder)).toEqual(['/report'])
  expect(pagesOn('edge', folder)).toEqual([])
})
