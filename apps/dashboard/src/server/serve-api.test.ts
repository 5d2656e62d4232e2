import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { NextApiRequest, NextApiResponse } from 'next'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createCookieHeader, createSession, signInEnv } from './access/test-support.ts'
import { serveViewerApi } from './serve-api.ts'
import { github } from './test-request-page.ts'
import { cacheHeadersOf, resetGitHub, startServer } from './test-support.ts'

/** Exports a repository that GitHub answers with 401, with a session. */
async function exportRepo(user: RequestListener) {
  const { url: githubUrl } = await startServer((request, response) => {
    const respond = request.url === '/user' ? user : github(401, {})
    respond(request, response)
  })
  resetGitHub()
  for (const [name, value] of Object.entries({ ...signInEnv, GITHUB_API_URL: githubUrl })) {
    vi.stubEnv(name, value)
  }
  const cookie = await createCookieHeader(createSession())
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const handler = serveViewerApi(async (_req, res, { github }) => {
    res.json(await github.getRepo('ann', 'diary'))
  })
  const { url } = await startServer((req, res) => void handler(...withNextMethods(req, res)))
  const response = await fetch(url, { headers: { cookie } })
  return { response, body: await response.json() }
}

/** Adds what Next adds to the request and response of an API route. */
function withNextMethods(
  req: IncomingMessage,
  res: ServerResponse,
): [NextApiRequest, NextApiResponse] {
  const methods = {
    status: (code: number) => Object.assign(res, { statusCode: code }),
    json: (body: unknown) => res.end(JSON.stringify(body)),
  }
  return [
    Object.assign(req, { cookies: {}, query: {} }) as NextApiRequest,
    Object.assign(res, methods) as unknown as NextApiResponse,
  ]
}

test('keeps the session when GitHub rejects its token for one repository only', async () => {
  const { response, body } = await exportRepo(github(200, { login: 'ann' }))
  expect(response.status).toBe(403)
  expect(body).toEqual({ failure: 'forbidden' })
  expect(response.headers.getSetCookie()).toEqual([])
  expect(cacheHeadersOf(response)).toEqual({ 'cache-control': 'private, no-store' })
})

test('ends the session when GitHub rejects its token', async () => {
  const { response, body } = await exportRepo(github(401, {}))
  expect(response.status).toBe(401)
  expect(body).toEqual({ failure: 'unauthorized' })
  expect(response.headers.getSetCookie()).toEqual([
    '__Host-github-session=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly; Secure',
    '__Host-signed-in=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly; Secure',
  ])
})
