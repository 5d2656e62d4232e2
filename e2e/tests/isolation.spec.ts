import { once } from 'node:events'
import { createServer } from 'node:http'
import { checkIsolation } from '../support/isolation.ts'
import { type RawResponse, send } from '../support/send.ts'
import { appUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

for (const { requests, tag } of [
  { requests: 500, tag: [] },
  { requests: 3000, tag: ['@long'] },
]) {
  test(`no user sees another user’s data, in ${requests} requests in random order`, {
    tag,
  }, async () => {
    test.setTimeout(300_000)
    const { sent, ownCanaries } = await checkIsolation({ url: appUrl, requests })
    expect(sent).toBeGreaterThanOrEqual(requests)
    expect(ownCanaries).toBeGreaterThan(requests / 10)
  })
}

test('a cache that stores private responses is detected, and the failure shrinks to one request', async () => {
  const stored = new Map<string, Promise<RawResponse>>()
  const cache = createServer(async (incoming, outgoing) => {
    const { url = '', headers } = incoming
    const { authorization = '', cookie = '' } = headers
    const request = stored.get(url) ?? send(appUrl, url, { headers: { authorization, cookie } })
    stored.set(url, request)
    const response = await request
    outgoing.writeHead(response.status, response.headers).end(response.body)
  })
  await once(cache.listen(0, '127.0.0.1'), 'listening')
  const address = cache.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const check = checkIsolation({ url, appUrl: appUrl, requests: 500 })
  await expect(check).rejects.toThrow(/Counterexample: \[\[\{[^{}]*\}\]\]/)
  cache.close()
})
