import { checkIsolation } from '../support/isolation.ts'
import { builtUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

test('of three thousand requests of five users, each sees what is theirs and nobody else’s', async () => {
  test.setTimeout(300_000)
  const { sent, ownCanaries } = await checkIsolation({ url: builtUrl, requests: 3000 })
  expect(sent).toBeGreaterThanOrEqual(3000)
  expect(ownCanaries).toBeGreaterThan(100)
})
