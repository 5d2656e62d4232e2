import { expect, test } from '../../support/behind-cache.ts'
import { checkIsolation } from '../../support/isolation.ts'
import { logins, users } from '../../support/users.ts'

for (const { requests, tag } of [
  { requests: 300, tag: [] },
  { requests: 3500, tag: ['@long'] },
]) {
  test(`no user sees another user’s data behind a cache, in ${requests} requests in random order`, {
    tag,
  }, async ({ site }) => {
    test.setTimeout(300_000)
    const { sent, ownCanaries } = await checkIsolation({ url: site.url, requests })

    expect(sent).toBeGreaterThanOrEqual(requests)
    expect(ownCanaries).toBeGreaterThan(requests / 10)
    const log = site.log()
    expect(log).toContain('/me/repos/')
    for (const login of logins) {
      expect(log).not.toContain(users[login].canary)
      expect(log).not.toContain(users[login].token)
    }
  })
}
