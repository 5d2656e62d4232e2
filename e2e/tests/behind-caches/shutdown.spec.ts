import { get } from 'node:http'
import { text } from 'node:stream/consumers'
import { startAppBehindCache } from '../../support/app-behind-cache.ts'
import { expect, test } from '../../support/behind-cache.ts'
import { send } from '../../support/send.ts'

test('the application shuts down behind a cache under load, and stored pages stay available', async ({
  cache,
}) => {
  const site = await startAppBehindCache(cache)
  const page = '/repos/acme/rocket'
  expect((await send(site.url, page)).status).toBe(200)
  const { ended: streamEnded } = await openStream(`${site.url}/api/changes?tag=repo:1`)
  let isEnding = true
  let visits = 0
  async function visitUntilEnd(): Promise<void> {
    while (isEnding) await send(site.url, `/api/health?visit=${visits++}`)
  }
  const visitors = Array.from({ length: 4 }, visitUntilEnd)

  const exitCode = await site.endApp()
  isEnding = false
  await Promise.all(visitors)
  expect(exitCode).toBe(0)
  expect(await streamEnded).toMatch(/^retry: \d+\n\n$/)
  expect(site.log()).not.toContain('responses not complete')
  expect((await send(site.url, page)).headers['x-cache']).toBe('HIT')
  await site.end()
})

/** Opens a stream of changes; the inner promise has its text when it has ended. */
function openStream(url: string): Promise<{ ended: Promise<string> }> {
  return new Promise((resolve, reject) => {
    get(url, (response) => resolve({ ended: text(response) })).on('error', reject)
  })
}
