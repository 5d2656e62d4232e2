import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { startServer } from '#server/test-support.ts'
import { parseEnv } from './env.ts'
import { findStartupProblems } from './startup-check.ts'

const siteUrl = { SITE_URL: 'https://dashboard.test' }
const token = { GITHUB_TOKEN: 'github_pat_123' }

async function problemsWith(status: number, variables: Record<string, string>) {
  const { url, paths } = await startServer((request, response) => {
    response.writeHead(status).end(request.headers.authorization)
  })
  const problems = await findStartupProblems(parseEnv({ GITHUB_API_URL: url, ...variables }))
  expect(paths).toEqual(['/rate_limit'])
  return problems.map((problem) => problem.replace(url, 'URL'))
}

test('finds no problem with a URL of the site and a valid token', async () => {
  expect(await problemsWith(200, { ...siteUrl, ...token })).toEqual([])
})

test('accepts an Enterprise Server without rate limits', async () => {
  expect(await problemsWith(404, siteUrl)).toEqual([])
})

test('reports a missing SITE_URL with the URL in use', async () => {
  expect(await problemsWith(200, { PORT: '3100' })).toEqual([
    'SITE_URL is not set: absolute URLs and sign-in redirects use http://localhost:3100',
  ])
})

test('reports a cache that webhooks cannot purge', async () => {
  const webhooks = { ...siteUrl, WEBHOOK_SECRET: 'a-secret-of-at-least-32-characters' }
  expect(await problemsWith(200, { ...webhooks, SHARED_CACHE: 'varnish' })).toEqual([
    'The cache varnish is not purged by webhooks: set VARNISH_PURGE_URL',
  ])
  expect(await problemsWith(200, { ...webhooks, SHARED_CACHE: 'nginx' })).toEqual([])
})

test('takes the URL of the site from Vercel', async () => {
  expect(await problemsWith(200, { VERCEL_PROJECT_PRODUCTION_URL: 'dashboard.test' })).toEqual([])
})

test('reports a rejected token without printing it', async () => {
  expect(await problemsWith(401, { ...siteUrl, ...token })).toEqual([
    'GitHub at URL rejects GITHUB_TOKEN: it is invalid, expired or revoked',
  ])
})

test('reports a GitHub that requires a token', async () => {
  expect(await problemsWith(401, siteUrl)).toEqual([
    'GitHub at URL requires a token: set GITHUB_TOKEN',
  ])
})

test('reports a GitHub that fails', async () => {
  expect(await problemsWith(503, siteUrl)).toEqual(['GitHub at URL responds with status 503'])
})

test('sends no token to another server after a redirect', async () => {
  const other = await startServer((_request, response) => response.end())
  const { url } = await startServer((_request, response) => {
    response.writeHead(307, { location: `${other.url}/rate_limit` }).end()
  })
  const env = parseEnv({ GITHUB_API_URL: url, ...siteUrl, ...token })
  expect(await findStartupProblems(env)).toEqual([])
  expect(other.paths).toEqual([])
})

test('reports a GitHub that cannot be reached with the cause', async () => {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  server.close()

  const url = `http://127.0.0.1:${port}`
  expect(await findStartupProblems(parseEnv({ GITHUB_API_URL: url, ...siteUrl }))).toEqual([
    `GitHub at ${url} cannot be reached: ECONNREFUSED`,
  ])
})

test('reports several problems, each in its own message', async () => {
  expect(await problemsWith(401, token)).toEqual([
    'SITE_URL is not set: absolute URLs and sign-in redirects use http://localhost:3000',
    'GitHub at URL rejects GITHUB_TOKEN: it is invalid, expired or revoked',
  ])
})
