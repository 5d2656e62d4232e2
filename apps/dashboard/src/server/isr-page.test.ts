import { afterEach, expect, test, vi } from 'vitest'
import { findIsrRepo, isrPath, isrTag, tagIsrPage } from './isr-page.ts'
import { startServer } from './test-support.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

/** Requests an ISR page as Next responds with it, from a server with these variables. */
async function requestPage(status: number, variables: Variables) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  const { url } = await startServer((_req, res) => {
    tagIsrPage(res, 'acme/Rocket')
    const cacheControl = status < 500 ? 's-maxage=60, stale-while-revalidate=600' : 'no-store'
    res.writeHead(status, { 'Cache-Control': cacheControl }).end()
  })
  const { headers } = await fetch(url)
  return { control: headers.get('cache-control'), xkey: headers.get('xkey') }
}

const control = 's-maxage=60, stale-while-revalidate=600'
const secret = 'a-secret-that-only-tests-know-1234'

type Variables = Record<string, string>
type Page = Awaited<ReturnType<typeof requestPage>>
const cases: [cache: string, status: number, Variables, Page][] = [
  ['Varnish', 200, { SHARED_CACHE: 'varnish' }, { control, xkey: 'isr:acme/rocket' }],
  ['Varnish', 404, { SHARED_CACHE: 'varnish' }, { control, xkey: 'isr:acme/rocket' }],
  ['no cache', 200, {}, { control, xkey: null }],
  ['nginx without webhooks', 200, { SHARED_CACHE: 'nginx' }, { control, xkey: null }],
  [
    'nginx with webhooks',
    200,
    { SHARED_CACHE: 'nginx', WEBHOOK_SECRET: secret },
    { control: 'public, max-age=0, must-revalidate, s-maxage=5', xkey: null },
  ],
  ['Varnish', 500, { SHARED_CACHE: 'varnish' }, { control: 'private, no-store', xkey: null }],
]

test.each(cases)(
  'behind %s an ISR page with status %i has its lifetime and its tag',
  async (_cache, status, variables, expected) => {
    expect(await requestPage(status, variables)).toEqual(expected)
  },
)

test.each([
  ['/learn/when/acme/rocket', 'acme/rocket'],
  ['/learn/when/acme/next.js', 'acme/next.js'],
  ['/_next/data/build/learn/when/acme/next.js.json', 'acme/next.js'],
  ['/learn/when', undefined],
  ['/learn/when/acme', undefined],
  ['/learn/when/acme/rocket/more', undefined],
  ['/learn/when/a b/rocket', undefined],
  ['/repos/acme/rocket', undefined],
])('%s is the ISR page of %s', (path, fullName) => {
  expect(findIsrRepo(path)).toBe(fullName)
})

test('the path and the tag of an ISR page name its repository', () => {
  expect([isrPath('acme/Rocket'), isrTag('acme/Rocket')]).toEqual([
    '/learn/when/acme/Rocket',
    'isr:acme/rocket',
  ])
})
