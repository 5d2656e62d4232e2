import { createConnection } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from '../../support/behind-cache.ts'
import { test as originTest } from '../../support/behind-test-origin.ts'
import { dataPath } from '../../support/data-route.ts'
import { internalHeaders, poisonedHeaders } from '../../support/poisoned-headers.ts'
import { type RawResponse, send } from '../../support/send.ts'
import { uniqueName } from '../../support/unique-name.ts'

// Each test sends an attacker's request, and then requests the same URL as a visitor. The
// visitor must get the response of a URL that no attacker has requested.

const rocket = '/repos/acme/rocket'

/** The parts of a response that visitors share, without the mark that makes its URL unique. */
function sharedParts({ status, headers, body }: RawResponse, mark = '') {
  const { vary, location } = headers
  const type = headers['content-type']
  const cacheControl = headers['cache-control']
  return { status, type, cacheControl, vary, location, body: body.replaceAll(mark, '') }
}

test('no request header changes the page or the data of the next visitor', async ({
  site,
}, testInfo) => {
  for (const toPath of [(path: string) => path, dataPath]) {
    const pathOf = (mark: string) =>
      toPath(`/repos/fresh/headers-${uniqueName(testInfo)}?visit=${mark}`)
    const expected = sharedParts(await send(site.url, pathOf('untouched')), 'untouched')
    expect(expected.status).toBe(200)

    const poisoned = Object.entries(poisonedHeaders).map(async ([name, value], index) => {
      const mark = `visitor-${index}-`
      await send(site.url, pathOf(mark), { headers: { [name]: value } })
      const visit = await send(site.url, pathOf(mark))
      expect.soft(sharedParts(visit, mark), name).toEqual(expected)
    })
    await Promise.all(poisoned)
  }
})

originTest('no internal header reaches the application', async ({ origin }) => {
  origin.respondWith((_request, response) => response.end('a page'))
  await send(origin.url, '/', { headers: { ...internalHeaders } })

  const received = origin.requests.flatMap(({ headers }) => Object.keys(headers))
  expect(received).toContain('host')
  expect(received.filter((name) => name in internalHeaders)).toEqual([])
})

test('no query parameter of Next changes a page, its data or a redirect', async ({
  site,
}, testInfo) => {
  const page = `/repos/fresh/parameters-${uniqueName(testInfo)}`
  const expected = sharedParts(await send(site.appUrl, page))
  const names = ['__nextDataReq', '__nextLocale', '__nextDefaultLocale', '__nextSsgPath', 'amp']
  for (const name of [...names, '_rsc', 'nxtPowner', 'nxtIrepo']) {
    const { status } = await send(site.url, `${page}?${name}=poison`)
    expect.soft(status, name).toBe(200)
    expect.soft(sharedParts(await send(site.url, page)), name).toEqual(expected)
  }

  // A parameter of the route takes precedence over one of the query.
  const query = `owner=acme&repo=monolith&nxtPowner=acme&nxtPrepo=monolith&visit=${uniqueName(testInfo)}`
  for (const path of [`${rocket}?${query}`, dataPath(`${rocket}?${query}`)]) {
    const { status, body } = await send(site.url, path)
    expect.soft(status, path).toBe(200)
    expect.soft(body, path).toContain('"fullName":"acme/rocket"')
    expect.soft(body, path).not.toContain('"fullName":"acme/monolith"')
  }

  const renamed = `/repos/acme/old-name?visit=${uniqueName(testInfo)}`
  await send(site.url, renamed, { headers: { 'x-nextjs-data': '1' } })
  const { status, headers } = await send(site.url, renamed)
  expect.soft(status).toBe(307)
  expect.soft(headers.location).toBe(`/repos/acme/new-name?visit=${uniqueName(testInfo)}`)
})

test('no response reflects the host of its request', async ({ site }, testInfo) => {
  const paths = ['/', rocket, '/repos/acme/old-name', '/nowhere', `${rocket}/`]
  const hosts = ['evil.test', 'evil.test:81', 'dashboard.test', 'a b<script>', '']
  for (const [index, host] of hosts.entries()) {
    for (const path of paths) {
      const url = `${path}?visit=${index}-${uniqueName(testInfo)}`
      const sent = { host, 'x-forwarded-host': 'evil.test' }
      const attack = await send(site.url, url, { headers: sent })
      const visit = await send(site.url, url)
      for (const { headers, body } of [attack, visit]) {
        expect.soft(JSON.stringify(headers), `${host} ${path}`).not.toMatch(/evil\.test|<script>/)
        expect.soft(body, `${host} ${path}`).not.toMatch(/evil\.test|a b<script>/)
      }
      const direct = await send(site.appUrl, url)
      expect.soft(visit.status, `${host} ${path}`).toBe(direct.status)
    }
  }
})

test('a request with two hosts is rejected, and a host in the request target is ignored', async ({
  site,
}, testInfo) => {
  const socket = createConnection(Number(new URL(site.url).port), '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: one.test\r\nHost: two.test\r\nConnection: close\r\n\r\n')
  expect.soft(await text(socket)).toMatch(/^HTTP\/1\.1 400 /)

  const path = `${rocket}?visit=${uniqueName(testInfo)}`
  const attack = await send(site.url, `http://evil.test${path}`)
  expect.soft(JSON.stringify(attack.headers)).not.toContain('evil.test')
  expect.soft(attack.body).not.toContain('evil.test')
  const visit = await send(site.url, path)
  expect.soft(visit.body).not.toContain('evil.test')
})

test('no crafted path changes a static page', async ({ site }) => {
  const pages = ['/learn', '/404', '/500', '/nowhere']
  const expected = await Promise.all(pages.map((page) => send(site.appUrl, page)))
  for (const crafted of [
    '/index',
    '/_error',
    '/_app',
    '/_document',
    '/404/',
    '/500?a=1',
    '/%2e%2e/learn',
    '/learn%2f',
    '/learn%5c',
    '/learn/index',
    '/_next/data/x/404.json',
    dataPath('/learn'),
  ]) {
    await send(site.url, crafted, { headers: { 'x-nextjs-data': '1' } })
  }
  for (const [index, page] of pages.entries()) {
    const visit = await send(site.url, page)
    expect.soft(sharedParts(visit, ' '), page).toEqual(sharedParts(expected[index] ?? visit, ' '))
  }
})

test('a name that GitHub does not allow is not found, without a request to GitHub', async ({
  site,
}) => {
  for (const segment of [
    '%5c..%5c',
    '%2e%2e%2f',
    '%00',
    '%0d%0aset-cookie:a=b',
    '..%2f..',
    '%3cb%3e',
  ]) {
    for (const path of [
      `/repos/${segment}/rocket`,
      `/repos/acme/${segment}`,
      `/owners/${segment}`,
    ]) {
      const response = await send(site.url, path)
      expect.soft([307, 308, 400, 404], path).toContain(response.status)
      expect.soft(response.headers['set-cookie'], path).toBeUndefined()
      expect.soft(response.headers['server-timing'] ?? '', path).not.toContain('github')
      expect.soft(response.body, path).not.toContain('<b>')
    }
  }
})

test('no method changes the page of the next visitor', async ({ site }, testInfo) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    for (const page of [rocket, dataPath(rocket)]) {
      const path = `${page}?visit=${method}-${uniqueName(testInfo)}`
      const response = await send(site.url, path, { method })
      expect.soft(response.status, method).toBe(405)
      expect.soft(response.headers.allow, method).toBe('GET, HEAD')
      expect.soft(response.headers['cache-control'], method).toBe('private, no-store')
      expect.soft((await send(site.url, path)).status, method).toBe(200)
    }
  }
  for (const method of ['OPTIONS', 'TRACE', 'PROPFIND']) {
    const path = `${rocket}?visit=${method}-${uniqueName(testInfo)}`
    const response = await send(site.url, path, { method })
    expect.soft([400, 405, 501], method).toContain(response.status)
    expect.soft((await send(site.url, path)).status, method).toBe(200)
  }

  const path = `${rocket}?visit=HEAD-${uniqueName(testInfo)}`
  const head = await send(site.url, path, { method: 'HEAD' })
  expect.soft(head.status).toBe(200)
  expect.soft(head.body).toBe('')
  const get = await send(site.url, path)
  expect.soft(get.headers['x-cache']).toBe('HIT')
  expect.soft(get.body).toContain('acme/rocket')
})

test('a page and its data have the same policy, and a 304 is only for a visitor with the page', async ({
  site,
}, testInfo) => {
  const pages = [
    '/',
    rocket,
    '/repos/acme/nothing',
    '/repos/failures/cut-body',
    '/learn/first-page',
  ]
  for (const page of pages) {
    const path = `${page}?visit=${uniqueName(testInfo)}`
    const document = await send(site.url, path)
    const data = await send(site.url, dataPath(path))
    expect.soft(data.status, page).toBe(document.status)
    expect.soft(isPublic(data), page).toBe(isPublic(document))
  }
  for (const path of [
    dataPath(rocket).replace(/data\/[^/]+/, 'data/another'),
    dataPath(rocket).replace('/repos', '/en/repos'),
    dataPath(rocket).toUpperCase(),
  ]) {
    const response = await send(site.url, path)
    expect.soft(response.status, path).toBe(404)
    expect.soft(isPublic(response), path).toBe(false)
  }

  const path = `${rocket}?visit=${uniqueName(testInfo)}`
  const first = await send(site.url, path)
  const current = { 'if-none-match': String(first.headers.etag) }
  expect.soft((await send(site.url, path, { headers: current })).status).toBe(304)
  const forged = { 'if-none-match': '"something-else"' }
  expect.soft(await send(site.url, path, { headers: forged })).toMatchObject({
    status: 200,
    body: first.body,
  })
})

function isPublic({ headers }: RawResponse): boolean {
  return /\bs-maxage=[1-9]/.test(headers['cache-control'] ?? '')
}
