import { currentRuntime } from '@repo/page-runtime'
import { inspectPages } from '@repo/page-runtime/inspect'
import { expect, test } from 'vitest'
import { buildOf, project } from './inspect/test-support.ts'

const page = "export const config = { runtime: 'nodejs' }\n"

test('README example', () => {
  const folder = project({ 'pages/report.tsx': page, ...buildOf(['/report']) })
  // What the command does, for a script of your own.
  const { pages, mistakes } = inspectPages(folder)
  const onNode = pages.filter(({ runtime }) => runtime === 'nodejs')
  // In a page or in what it calls.
  const runtime = currentRuntime()

  expect(onNode).toEqual([
    {
      route: '/report',
      asked: 'nodejs',
      runtime: 'nodejs',
      maxDuration: undefined,
      cacheHeaderFrom: 'Next',
    },
  ])
  expect(mistakes).toEqual([])
  expect(runtime).toBeUndefined()
})
