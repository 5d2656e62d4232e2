import { once } from 'node:events'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { NextApiRequest, NextApiResponse } from 'next'
import { expect, onTestFinished, test, vi } from 'vitest'
import { serveGitHubApi } from '#server/serve-api.ts'
import { github } from '#server/test-request-page.ts'
import { cacheHeadersOf, resetGitHub, startServer } from '#server/test-support.ts'
import { sendSuggestions } from './send-suggestions.server.ts'

const fresh = {
  'cache-control': 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
  'cdn-cache-control': 'max-age=60, stale-while-revalidate=600',
}
const brief = {
  'cache-control': 'public, max-age=0, must-revalidate, s-maxage=5',
  'cdn-cache-control': 'max-age=5',
}
const notCached = { 'cache-control': 'private, no-store' }

/** The request and the response as Next passes them to an API route. */
function toApi(req: IncomingMessage, res: ServerResponse): [NextApiRequest, NextApiResponse] {
  const { searchParams } = new URL(req.url ?? '', 'http://localhost')
  const request = Object.assign(req, { query: Object.fromEntries(searchParams), cookies: {} })
  const response = Object.assign(res, {
    status(code: number) {
      res.statusCode = code
      return response
    },
    json: (body: unknown) => res.end(JSON.stringify(body)),
  })
  return [request as NextApiRequest, response as unknown as NextApiResponse]
}

function found(...names: string[]) {
  return github(200, {
    total_count: names.length,
    incomplete_results: false,
    items: names.map((name) => ({ full_name: name, private: false })),
  })
}

type Options = { respond?: RequestListener; init?: RequestInit }

/** Requests suggestions for a text, of a server with a token. */
async function suggest(q: string, { respond = found('acme/rocket'), init }: Options = {}) {
  const upstream = await startServer(respond)
  resetGitHub()
  vi.stubEnv('GITHUB_API_URL', upstream.url)
  vi.stubEnv('GITHUB_TOKEN', 'ghp_server')
  vi.stubEnv('SITE_URL', 'https://dashboard.test')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const handler = serveGitHubApi(sendSuggestions)
  const { url } = await startServer(async (req, res) => {
    const finished = once(res, 'finish')
    await handler(...toApi(req, res))
    await finished
  })
  const response = await fetch(`${url}/api/suggest?q=${encodeURIComponent(q)}`, init)
  return {
    status: response.status,
    caching: cacheHeadersOf(response),
    body: await response.json(),
    requests: upstream.paths,
  }
}

test('suggests the first eight repositories that GitHub finds', async () => {
  const names = Array.from({ length: 9 }, (_, index) => `acme/rocket-${index}`)
  expect(await suggest(' acme  rocket ', { respond: found(...names) })).toEqual({
    status: 200,
    caching: fresh,
    body: { names: names.slice(0, 8) },
    requests: ['/search/repositories?q=is%3Apublic%20acme%20rocket&page=1&per_page=30'],
  })
})

test.each([
  ['acme/', 'user:acme'],
  ['acme / ro', 'ro user:acme'],
])('suggests the repositories of an owner for "%s"', async (typed, q) => {
  const { body, requests } = await suggest(typed)
  expect(body).toEqual({ names: ['acme/rocket'] })
  expect(requests).toEqual([
    `/search/repositories?q=${encodeURIComponent(`is:public ${q}`)}&page=1&per_page=30`,
  ])
})

test.each(['', 'a', 'stars:>5', '"acme"', 'https://github.com/acme/rocket', 'a'.repeat(101)])(
  'sends no request for "%s"',
  async (typed) => {
    expect(await suggest(typed)).toEqual({
      status: 400,
      caching: notCached,
      body: { error: 'q must be words, or the start of owner/name' },
      requests: [],
    })
  },
)

test('sends the same response with the credentials of a viewer', async () => {
  const init = { headers: { authorization: 'Bearer gho_viewer', cookie: '__Host-session=x' } }
  expect(await suggest('rocket', { init })).toEqual(await suggest('rocket'))
})

test.each([
  { upstream: 'an error', status: 500, caching: brief },
  { upstream: 'an unknown owner', status: 422, caching: fresh },
])('suggests nothing after $upstream', async ({ status, caching }) => {
  expect(await suggest('acme/', { respond: github(status, {}) })).toMatchObject({
    status: 200,
    caching,
    body: { names: [] },
  })
})
