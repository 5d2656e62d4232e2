import { createConnection } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from '../../support/behind-cache.ts'
import { dataPath } from '../../support/data-route.ts'
import { freshName } from '../../support/fresh-name.ts'
import { type Answer, send } from '../../support/send.ts'

// Each test sends what an attacker would, and then asks as a visitor for the same address: what the
// visitor gets is what one gets at an address that nobody has touched.

const rocket = '/repos/acme/rocket'

const nextsOwnWords: Record<string, string | string[]> = {
  'x-now-route-matches': '1=acme&2=monolith',
  'x-matched-path': '/500',
  'x-nextjs-data': '1',
  'x-nextjs-html-request-id': 'poison',
  'x-middleware-prefetch': '1',
  'x-middleware-subrequest': Array.from({ length: 5 }, () => 'src/middleware'),
  'x-middleware-rewrite': '/500',
  'x-middleware-redirect': 'http://evil.test/',
  'x-middleware-next': '1',
  'x-middleware-skip': '1',
  'x-middleware-override-headers': 'host',
  'x-middleware-set-cookie': 'a=poison',
  'x-middleware-invoke': '1',
  'x-invoke-path': '/500',
  'x-invoke-query': '%7B%22a%22%3A1%7D',
  'x-invoke-status': '500',
  'x-invoke-output': '/500',
  'x-invoke-error': 'poison',
  'x-prerender-revalidate': 'poison',
  'x-prerender-revalidate-if-generated': '1',
  purpose: 'prefetch',
  rsc: '1',
  'next-router-prefetch': '1',
  'next-router-state-tree': '[]',
  'next-router-segment-prefetch': '/_tree',
  'next-action': 'poison',
  'next-resume': '1',
  'next-url': '/500',
  'x-forwarded-host': 'evil.test',
  'x-forwarded-proto': 'ftp',
  'x-forwarded-port': '1',
  forwarded: 'host=evil.test',
  'x-original-url': '/500',
  'x-rewrite-url': '/500',
  'x-http-method-override': 'POST',
  'x-vercel-ip-country': 'XX',
  'x-vercel-id': 'poison',
  'if-none-match': '*',
  'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT',
  range: 'bytes=0-9',
  cookie: 'a=poison',
  authorization: 'Bearer poison',
  accept: 'text/x-component',
}

/** What of an answer one visitor shares with another; the mark of the address left out. */
function essence({ status, headers, body }: Answer, mark = '') {
  const { vary, location } = headers
  const type = headers['content-type']
  const cacheControl = headers['cache-control']
  return { status, type, cacheControl, vary, location, body: body.replaceAll(mark, '') }
}

for (const [shown, address] of [
  ['page', (path: string) => path],
  ['data', dataPath],
] as const) {
  test(`a visitor's own words to Next change nothing for the next one's ${shown}`, async ({
    front,
  }, testInfo) => {
    const page = (mark: string) =>
      address(`/repos/fresh/words-${freshName(testInfo)}?visit=${mark}`)
    const golden = essence(await send(front.url, page('unspoilt')), 'unspoilt')
    expect(golden.status).toBe(200)

    const spoilt = Object.entries(nextsOwnWords).map(async ([name, value], index) => {
      const mark = `visitor-${index}-`
      await send(front.url, page(mark), { headers: { [name]: value } })
      expect.soft(essence(await send(front.url, page(mark)), mark), name).toEqual(golden)
    })
    await Promise.all(spoilt)
  })
}

test("a visitor who asks with Next's own parameters changes nothing for the one who does not", async ({
  front,
}, testInfo) => {
  const page = `/repos/fresh/parameters-${freshName(testInfo)}`
  const golden = essence(await send(front.appUrl, page))
  const names = ['__nextDataReq', '__nextLocale', '__nextDefaultLocale', '__nextSsgPath', 'amp']
  for (const name of [...names, '_rsc', 'nxtPowner', 'nxtIrepo']) {
    const { status } = await send(front.url, `${page}?${name}=poison`)
    expect(status, name).toBe(200)
    expect(essence(await send(front.url, page)), name).toEqual(golden)
  }
})

test('a parameter of the route wins over one of the same name in the search', async ({
  front,
}, testInfo) => {
  const search = `owner=acme&repo=monolith&nxtPowner=acme&nxtPrepo=monolith&visit=${freshName(testInfo)}`
  for (const path of [`${rocket}?${search}`, dataPath(`${rocket}?${search}`)]) {
    const { status, body } = await send(front.url, path)
    expect(status).toBe(200)
    expect(body).toContain('"fullName":"acme/rocket"')
    expect(body).not.toContain('"fullName":"acme/monolith"')
  }
})

test('a redirect has its address whatever the visitor before has sent', async ({
  front,
}, testInfo) => {
  const path = `/repos/acme/old-name?visit=${freshName(testInfo)}`
  await send(front.url, path, { headers: { 'x-nextjs-data': '1' } })
  const { status, headers } = await send(front.url, path)
  expect(status).toBe(307)
  expect(headers.location).toBe(`/repos/acme/new-name?visit=${freshName(testInfo)}`)
})

for (const host of ['evil.test', 'evil.test:81', 'dashboard.test', 'a b<script>', '']) {
  test(`no answer holds the host "${host}" that was sent`, async ({ front }, testInfo) => {
    for (const path of ['/', rocket, '/repos/acme/old-name', '/nowhere', `${rocket}/`]) {
      const address = `${path}?visit=${freshName(testInfo)}`
      const headers = { host, 'x-forwarded-host': 'evil.test' }
      const answer = await send(front.url, address, { headers })
      const victim = await send(front.url, address)
      for (const { headers, body } of [answer, victim]) {
        expect(JSON.stringify(headers)).not.toMatch(/evil\.test|<script>/)
        expect(body).not.toMatch(/evil\.test|a b<script>/)
      }
      expect(victim.status).toBe((await send(front.appUrl, address)).status)
    }
  })
}

test('a request with two names is refused', async ({ front }) => {
  const { port } = new URL(front.url)
  const socket = createConnection(Number(port), '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: one.test\r\nHost: two.test\r\nConnection: close\r\n\r\n')
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /)
})

test('another host in the request line is not believed', async ({ front }, testInfo) => {
  const path = `${rocket}?visit=${freshName(testInfo)}`
  const answer = await send(front.url, `http://evil.test${path}`)
  expect(JSON.stringify(answer.headers)).not.toContain('evil.test')
  expect(answer.body).not.toContain('evil.test')
  const victim = await send(front.url, path)
  expect(victim.body).not.toContain('evil.test')
})

test('static pages stay what they are, whatever is asked for beside them', async ({ front }) => {
  const pages = ['/learn', '/404', '/500', '/nowhere']
  const golden = await Promise.all(pages.map((page) => send(front.appUrl, page)))
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
    await send(front.url, crafted, { headers: { 'x-nextjs-data': '1' } })
  }
  const after = await Promise.all(pages.map((page) => send(front.url, page)))
  expect(after.map((answer) => essence(answer, ' '))).toEqual(
    golden.map((answer) => essence(answer, ' ')),
  )
})

test('names that GitHub cannot have cost it nothing, and are not found', async ({ front }) => {
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
      const answer = await send(front.url, path)
      expect([307, 308, 400, 404], path).toContain(answer.status)
      expect(answer.headers['set-cookie'], path).toBeUndefined()
      expect(answer.headers['server-timing'] ?? '', path).not.toContain('github')
      expect(answer.body, path).not.toContain('<b>')
    }
  }
})

for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
  test(`${method} is refused, kept by nobody, and changes nothing for a visitor`, async ({
    front,
  }, testInfo) => {
    for (const page of [rocket, dataPath(rocket)]) {
      const path = `${page}?visit=${freshName(testInfo)}`
      const answer = await send(front.url, path, { method })
      expect(answer.status).toBe(405)
      expect(answer.headers.allow).toBe('GET, HEAD')
      expect(answer.headers['cache-control']).toBe('private, no-store')
      expect((await send(front.url, path)).status).toBe(200)
    }
  })
}

for (const method of ['OPTIONS', 'TRACE', 'PROPFIND']) {
  test(`${method} is kept by nobody, and changes nothing for a visitor`, async ({
    front,
  }, testInfo) => {
    const path = `${rocket}?visit=${freshName(testInfo)}`
    const answer = await send(front.url, path, { method })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect((await send(front.url, path)).status).toBe(200)
  })
}

test('HEAD is answered as GET, without a body, and leaves the page for the next one', async ({
  front,
}, testInfo) => {
  const path = `${rocket}?visit=${freshName(testInfo)}`
  const head = await send(front.url, path, { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(head.body).toBe('')
  const get = await send(front.url, path)
  expect(get.headers['x-cache']).toBe('HIT')
  expect(get.body).toContain('acme/rocket')
})

test('a page and its data are kept alike, and another build’s data by nobody', async ({
  front,
}, testInfo) => {
  const pages = [
    '/',
    rocket,
    '/repos/acme/nothing',
    '/repos/failures/cut-body',
    '/learn/first-page',
  ]
  for (const page of pages) {
    const own = `${page}?visit=${freshName(testInfo)}`
    const document = await send(front.url, own)
    const data = await send(front.url, dataPath(own))
    expect(data.status).toBe(document.status)
    expect(isKept(data), page).toBe(isKept(document))
  }
  for (const path of [
    dataPath(rocket).replace(/data\/[^/]+/, 'data/another'),
    dataPath(rocket).replace('/repos', '/en/repos'),
    dataPath(rocket).toUpperCase(),
  ]) {
    const answer = await send(front.url, path)
    expect(answer.status, path).toBe(404)
    expect(isKept(answer), path).toBe(false)
  }
})

function isKept({ headers }: Answer): boolean {
  return /\bs-maxage=[1-9]/.test(headers['cache-control'] ?? '')
}

test('a visitor who knows a page gets a 304, and one who only claims to gets the page', async ({
  front,
}, testInfo) => {
  const path = `${rocket}?visit=${freshName(testInfo)}`
  const first = await send(front.url, path)
  const known = { 'if-none-match': String(first.headers.etag) }
  expect((await send(front.url, path, { headers: known })).status).toBe(304)
  const claimed = { 'if-none-match': '"something-else"' }
  expect(await send(front.url, path, { headers: claimed })).toMatchObject({
    status: 200,
    body: first.body,
  })
})
