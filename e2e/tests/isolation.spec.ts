import { once } from 'node:events'
import { createServer } from 'node:http'
import { checkIsolation } from '../support/isolation.ts'
import { type Answer, send } from '../support/send.ts'
import { builtUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

test('of three thousand requests of five users, each sees what is theirs and nobody else’s', async () => {
  test.setTimeout(300_000)
  const { sent, ownCanaries } = await checkIsolation({ url: builtUrl, requests: 3000 })
  expect(sent).toBeGreaterThanOrEqual(3000)
  expect(ownCanaries).toBeGreaterThan(100)
})

test('a cache that keeps personal answers is found out, by the shortest order that shows it', async () => {
  const kept = new Map<string, Answer>()
  const cache = createServer(async (request, response) => {
    const { url = '', headers } = request
    const { authorization = '', cookie = '' } = headers
    const answer =
      kept.get(url) ?? (await send(builtUrl, url, { headers: { authorization, cookie } }))
    kept.set(url, answer)
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  await once(cache.listen(0, '127.0.0.1'), 'listening')
  const address = cache.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const found = checkIsolation({ url, appUrl: builtUrl, requests: 500 })
  await expect(found).rejects.toThrow(/Counterexample: \[\[\{[^{}]*\}\]\]/)
  cache.close()
})
