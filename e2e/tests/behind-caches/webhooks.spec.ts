import { createHmac, randomUUID } from 'node:crypto'
import { webhookSecret } from '../../support/app-behind-cache.ts'
import { expect, test } from '../../support/behind-cache.ts'
import { send } from '../../support/send.ts'
import { appUrl } from '../../support/servers.ts'
import { uniqueName } from '../../support/unique-name.ts'

test('a pushed commit is on the page of the next visitor, unless the event is forged', async ({
  site,
  cache,
  upstream,
}, testInfo) => {
  const repo = `fresh/${uniqueName(testInfo)}`
  const url = `${site.url}/api/webhooks/github`
  const readPage = async () => {
    const { headers, body } = await send(site.url, `/repos/${repo}/releases`)
    const text = body.replace(/<[^>]*>/g, ' ')
    const [, unreleased] = /Unreleased commits\s+(\d+)\s+commit/.exec(text) ?? []
    return { cacheStatus: headers['x-cache'], unreleased: Number(unreleased) }
  }
  const { unreleased } = await readPage()
  expect(unreleased).toBeGreaterThanOrEqual(0)
  expect(await readPage()).toEqual({ cacheStatus: 'HIT', unreleased })

  const secret = 'another-secret-that-is-not-valid-1'
  expect(await upstream.push(repo, { url, secret })).toBe(401)
  expect(await readPage()).toEqual({ cacheStatus: 'HIT', unreleased })

  const costBefore = await upstream.requests(`/repos/${repo}`)
  expect(await upstream.push(repo, { url, secret: webhookSecret })).toBe(202)
  if (cache === 'nginx') {
    // It cannot be purged by tag: its copy has a lifetime.
    expect(await readPage()).toEqual({ cacheStatus: 'HIT', unreleased })
    return
  }
  await expect.poll(readPage).toEqual({ cacheStatus: 'HIT', unreleased: unreleased + 2 })
  const cost = (await upstream.requests(`/repos/${repo}`)) - costBefore
  // The event touches neither issues nor stars nor releases.
  expect(cost).toBeLessThanOrEqual(14)
})

test('a webhook larger than a form reaches the application, and no other body does', async ({
  site,
}) => {
  const repository = { id: 1, full_name: 'acme/secret', private: true }
  const body = JSON.stringify({ repository, padding: 'x'.repeat(200_000) })
  const headers = {
    'content-type': 'application/json',
    'content-length': String(body.length),
    'x-github-event': 'push',
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': `sha256=${createHmac('sha256', webhookSecret).update(body).digest('hex')}`,
  }
  const options = { method: 'POST', headers, body }
  const response = await send(site.url, '/api/webhooks/github', options)
  expect([response.status, response.body]).toEqual([202, '{"outcome":"ignored"}'])
  expect((await send(site.url, '/api/session', options)).status).toBe(413)
})

test('visitors cannot purge', async ({ site }) => {
  const purged = await send(site.url, '/', {
    method: 'PURGE',
    headers: { 'x-purge-tags': 'search' },
  })
  expect(purged.status).toBe(501)
})

test('without a secret there is no address for webhooks, and pages have the same lifetimes', async ({
  site,
  upstream,
}, testInfo) => {
  const repo = `fresh/${uniqueName(testInfo)}`
  const url = `${appUrl}/api/webhooks/github`
  expect(await upstream.push(repo, { url, secret: webhookSecret })).toBe(404)
  const lifetimesAt = async (origin: string) => {
    const { headers } = await send(origin, `/repos/${repo}`)
    return { cache: headers['cache-control'], cdn: headers['cdn-cache-control'] }
  }
  const lifetimes = {
    cache: 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
    cdn: 'max-age=60, stale-while-revalidate=600',
  }
  expect(await lifetimesAt(appUrl)).toEqual(lifetimes)
  expect(await lifetimesAt(site.appUrl)).toEqual(lifetimes)
})
