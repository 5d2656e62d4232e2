import { audit, auditedPages, isDisallowed } from '../support/audit.ts'
import { pageOf } from '../support/pages.ts'
import { appUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const categories = ['accessibility', 'best-practices', 'seo'] as const

const overview = pageOf('/repos/[owner]/[repo]').path

test('Lighthouse gives the overview perfect scores, except for performance', async () => {
  test.slow()
  await checkScores(overview)
})

test('Lighthouse gives every other template perfect scores, except for performance', {
  tag: '@long',
}, async () => {
  test.setTimeout(600_000)
  for (const path of auditedPages.filter((page) => page !== overview)) {
    await test.step(path, () => checkScores(path))
  }
})

async function checkScores(path: string): Promise<void> {
  const lhr = await audit(appUrl + path, categories)
  const failed = Object.values(lhr?.audits ?? {})
    .filter(({ score }) => score !== null && score < 1)
    .filter(({ id }) => id !== 'is-crawlable' || !isDisallowed(path))
    .map(({ id, details }) => ({ id, details }))
  expect
    .soft(
      categories.map((name) => lhr?.categories[name]?.score),
      path,
    )
    .toEqual([1, 1, isDisallowed(path) ? expect.any(Number) : 1])
  expect.soft(failed, path).toEqual([])
}
