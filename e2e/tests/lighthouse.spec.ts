import { audit, auditedPages } from '../support/audit.ts'
import { appUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const categories = ['accessibility', 'best-practices', 'seo'] as const

for (const path of auditedPages) {
  test(`Lighthouse gives ${path} all points but for speed, which it cannot tell here`, async () => {
    test.slow()
    const lhr = await audit(appUrl + path, categories)
    const failed = Object.values(lhr?.audits ?? {})
      .filter(({ score }) => score !== null && score < 1)
      .map(({ id, details }) => ({ id, details }))
    expect(categories.map((name) => lhr?.categories[name]?.score)).toEqual([1, 1, 1])
    expect(failed).toEqual([])
  })
}
