import { currentRuntime } from '@repo/page-runtime'
import { inspectPages, type PageRow } from '@repo/page-runtime/inspect'
import { expect, test } from 'vitest'
import { buildFiles, createProject } from './lib/test-project.ts'

// The command's checks in your own script.
function pagesOn(runtime: PageRow['runtime'], folder: string): string[] {
  const { pages, diagnostics } = inspectPages(folder)
  if (diagnostics[0]) throw new Error(diagnostics[0].message)
  return pages.filter((page) => page.runtime === runtime).map(({ route }) => route)
}

test('runs the README example', () => {
  const folder = createProject({
    'pages/report.tsx': "export const config = { runtime: 'nodejs' }\n",
    ...buildFiles(['/report']),
  })

  expect(pagesOn(currentRuntime() ?? 'nodejs', folder)).toEqual(['/report'])
  expect(pagesOn('edge', folder)).toEqual([])
})
