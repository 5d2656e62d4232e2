import { expect, test } from '../support/behind-test-origin.ts'
import { send } from '../support/send.ts'

const BATCH = 50
// More than either cache allows at once, however slow the machine is.
const MAX_BATCHES = 60

test('a client that sends too many requests gets 429 for a while, and no cache stores it', async ({
  origin,
  visit,
}) => {
  origin.respondWith((_request, response) => {
    response.writeHead(200, { 'Cache-Control': 'public, s-maxage=600' }).end('page')
  })
  const file = '/_next/static/file.js'
  await visit(file)
  await visit()

  const limited = await sendUntilLimited(origin.url)
  expect(limited?.headers['cache-control']).toBe('private, no-store')
  expect(limited?.headers['retry-after']).toMatch(/^[1-9]\d*$/)
  expect(limited?.headers['x-content-type-options']).toBe('nosniff')
  expect((await visit(file)).status).toBe(200)

  await expect.poll(() => visit()).toEqual({ status: 200, cacheStatus: 'HIT', text: 'page' })
  expect(origin.requests.map(({ url }) => url)).toEqual([file, '/'])
})

async function sendUntilLimited(url: string) {
  for (let batch = 0; batch < MAX_BATCHES; batch++) {
    const requests = Array.from({ length: BATCH }, () => send(url, '/'))
    const limited = (await Promise.all(requests)).find(({ status }) => status === 429)
    if (limited) return limited
  }
  return undefined
}
