import { expect, test } from '../../support/behind-cache.ts'
import { checkIsolation } from '../../support/isolation.ts'
import { logins, people } from '../../support/people.ts'

test('behind a cache too, nobody sees what is somebody else’s, in whatever order they come', async ({
  front,
}) => {
  test.setTimeout(300_000)
  const { sent, ownCanaries } = await checkIsolation({ url: front.url, requests: 3500 })

  expect(sent).toBeGreaterThanOrEqual(3500)
  expect(ownCanaries).toBeGreaterThan(100)
  const log = front.log()
  expect(log).toContain('/me/repos/')
  for (const login of logins) {
    expect(log).not.toContain(people[login].canary)
    expect(log).not.toContain(people[login].token)
  }
})
