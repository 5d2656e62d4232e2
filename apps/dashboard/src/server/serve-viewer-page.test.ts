import type { RequestListener } from 'node:http'
import { Secret } from '@repo/auth-headers'
import { setCacheHeaders } from '@repo/cache-headers'
import { expect, test } from 'vitest'
import { createCookieHeader, createSession, signInEnv } from './access/test-support.ts'
import { type PageRequest, serveViewerPage } from './serve-page.ts'
import { github, type Page, type Params, requestPage, type Serve } from './test-request-page.ts'
import { cacheHeadersOf } from './test-support.ts'

const noStore = { 'cache-control': 'private, no-store' }
const token = 'ghp_ann_0123456789'
const withHeader = { headers: { authorization: `Bearer ${token}` } }
const diary = { full_name: 'ann/diary', private: true, description: 'Mine' }
const ended = [
  '__Host-github-session=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly; Secure',
  '__Host-signed-in=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly; Secure',
]

/** A GitHub with the user ann and one private repository of hers. */
const annsGitHub: RequestListener = (request, response) => {
  const isAnn = /^token gh[pu]_ann_/.test(request.headers.authorization ?? '')
  const body = request.url === '/user' ? { login: 'ann', avatar_url: 'https://a.test/ann' } : diary
  const [status, sent] = isAnn ? [200, body] : [401, { message: 'Bad credentials' }]
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(sent))
}

async function description({
  github,
  params: { owner = '', repo = '' },
  res,
}: PageRequest<Params>) {
  const { data } = await github.getRepo(owner, repo)
  // Wrong on purpose: serveViewerPage must override it.
  setCacheHeaders(res, { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 })
  return { props: { description: data.description } }
}

function requestViewerPage(page: Page, options: Parameters<typeof requestPage>[1] = {}) {
  return requestPage(page, {
    serve: serveViewerPage as Serve,
    upstream: annsGitHub,
    routeParams: { owner: 'ann', repo: 'diary' },
    path: '/me/repos/ann/diary',
    env: signInEnv,
    ...options,
  })
}

test('shows a viewer what their header’s token can read, without caching', async () => {
  const { response, text, paths } = await requestViewerPage(description, { init: withHeader })
  expect(response.status).toBe(200)
  expect(JSON.parse(text)).toEqual({
    description: 'Mine',
    frame: {
      source: 'sample',
      siteUrl: 'https://dashboard.test',
      viewer: { login: 'ann', avatarUrl: 'https://a.test/ann' },
      hasHeaderToken: true,
    },
  })
  expect(cacheHeadersOf(response)).toEqual(noStore)
  expect(paths.toSorted()).toEqual(['/repos/ann/diary', '/user'])
  expect(response.headers.getSetCookie()).toEqual([])
})

test('shows a viewer what their session’s token can read', async () => {
  const cookie = await createCookieHeader(createSession())
  const { response, text } = await requestViewerPage(description, { init: { headers: { cookie } } })
  expect(response.status).toBe(200)
  expect(JSON.parse(text)).toMatchObject({
    description: 'Mine',
    frame: { viewer: { login: 'ann' } },
  })
  expect(text).not.toContain('hasHeaderToken')
  expect(cacheHeadersOf(response)).toEqual(noStore)
})

test.each([
  ['/me/repos/ann/diary', '/sign-in?returnTo=%2Fme%2Frepos%2Fann%2Fdiary'],
  ['/me/repos/ann/diary?owner=ann&repo=diary', '/sign-in?returnTo=%2Fme%2Frepos%2Fann%2Fdiary'],
  ['/me/repos/ann/diary?page=2', '/sign-in?returnTo=%2Fme%2Frepos%2Fann%2Fdiary%3Fpage%3D2'],
])(
  'sends an anonymous visitor of %s to sign in and back, without a request to GitHub',
  async (path, location) => {
    const { response, paths } = await requestViewerPage(description, { path })
    expect(response.status).toBe(307)
    expect(response.headers.get('location')).toBe(location)
    expect(cacheHeadersOf(response)).toEqual(noStore)
    expect(paths).toEqual([])
  },
)

test('sends a visitor with an invalid session to sign in, and clears the cookie', async () => {
  const signedInAt = Math.floor(Date.now() / 1000) - 8 * 3600
  const cookie = await createCookieHeader(createSession({ signedInAt }))
  const { response, paths } = await requestViewerPage(description, {
    init: { headers: { cookie } },
  })
  expect(response.status).toBe(307)
  expect(response.headers.get('location')).toBe(
    '/sign-in?error=expired&returnTo=%2Fme%2Frepos%2Fann%2Fdiary',
  )
  expect(response.headers.getSetCookie()).toEqual(ended)
  expect(paths).toEqual([])
})

test.each([
  ['Basic YW5uOnBhc3M=', "The Authorization header must be 'Bearer' and a token"],
  ['Bearer ghp_revoked_0123456789', 'GitHub rejected the token'],
])(
  'responds to the header "%s" with a 401 and its reason, even with a session',
  async (header, why) => {
    const headers = { authorization: header, cookie: await createCookieHeader(createSession()) }
    const { response, text } = await requestViewerPage(description, { init: { headers } })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe(
      `Bearer realm="GitHub", error="invalid_token", error_description="${why}"`,
    )
    expect(JSON.parse(text)).toMatchObject({
      failure: { kind: 'invalid-credentials', status: 401 },
    })
    expect(text).not.toContain('Mine')
    expect(cacheHeadersOf(response)).toEqual(noStore)
    expect(response.headers.getSetCookie()).toEqual([])
  },
)

test('sends a visitor to sign in again when the token of the session was revoked', async () => {
  const cookie = await createCookieHeader(
    createSession({ token: new Secret('ghu_revoked_0123456789') }),
  )
  const { response, text } = await requestViewerPage(description, { init: { headers: { cookie } } })
  expect(response.status).toBe(307)
  expect(response.headers.get('location')).toMatch(/^\/sign-in\?error=invalid-token&/)
  expect(response.headers.getSetCookie()).toEqual(ended)
  expect(text).not.toContain('Mine')
})

test('keeps the session when GitHub rejects its token for one repository only', async () => {
  const cookie = await createCookieHeader(createSession())
  const upstream: RequestListener = (request, response) => {
    if (request.url === '/repos/ann/diary') return github(401, {})(request, response)
    annsGitHub(request, response)
  }
  const { response, text } = await requestViewerPage(description, {
    init: { headers: { cookie } },
    upstream,
  })
  expect(response.status).toBe(403)
  expect(JSON.parse(text)).toMatchObject({ failure: { kind: 'forbidden', status: 403 } })
  expect(response.headers.getSetCookie()).toEqual([])
  expect(cacheHeadersOf(response)).toEqual(noStore)
})

test('links a viewer to where GitHub authorizes the token for single sign-on', async () => {
  const url = 'https://github.test/orgs/acme/sso?authorization_request=AZSC'
  const upstream: RequestListener = (request, response) => {
    const forbidden = github(403, {}, { 'x-github-sso': `required; url=${url}` })
    if (request.url === '/user') annsGitHub(request, response)
    else forbidden(request, response)
  }
  const { response, text } = await requestViewerPage(description, {
    init: withHeader,
    upstream,
    env: { ...signInEnv, GITHUB_URL: 'https://github.test' },
  })
  expect(response.status).toBe(403)
  expect(JSON.parse(text).failure).toEqual({
    kind: 'forbidden',
    restriction: 'sso',
    ssoUrl: url,
    status: 403,
    requestId: expect.any(String),
  })
})

test('denies a viewer with a revoked token, although all of the page is cached', async () => {
  let isRevoked = false
  const upstream: RequestListener = (request, response) => {
    if (isRevoked) return github(401, {})(request, response)
    annsGitHub(request, response)
  }
  const { response, visitAgain } = await requestViewerPage(description, {
    init: withHeader,
    upstream,
  })
  expect(response.status).toBe(200)
  isRevoked = true
  const again = await visitAgain()
  expect(again.response.status).toBe(401)
  expect(again.text).not.toContain('Mine')
})

test('does not cache "not found" for other viewers, who may have access', async () => {
  const upstream: RequestListener = (request, response) =>
    request.url === '/user' ? annsGitHub(request, response) : github(404, {})(request, response)
  const { response } = await requestViewerPage(description, { init: withHeader, upstream })
  expect(response.status).toBe(404)
  expect(cacheHeadersOf(response)).toEqual(noStore)
})

test('redirects a viewer of a renamed repository to its new name below /me', async () => {
  const upstream: RequestListener = (request, response) =>
    request.url === '/user'
      ? annsGitHub(request, response)
      : github(200, { full_name: 'newco/notes' })(request, response)
  const path = '/me/repos/ann/diary?owner=ann&repo=diary&page=2'
  const { response } = await requestViewerPage(description, { init: withHeader, upstream, path })
  expect(response.headers.get('location')).toBe('/me/repos/newco/notes?page=2')
  expect(cacheHeadersOf(response)).toEqual(noStore)
})

test('throws when the props of a page contain its viewer’s token', async () => {
  const page: Page = async () => ({ props: { remembered: [`with ${token}`] } })
  const { response, text } = await requestViewerPage(page, { init: withHeader })
  expect(response.status).toBe(500)
  expect(text).toBe(
    '{"error":"TypeError: The props of a page must not contain its viewer\'s token"}',
  )
  expect(cacheHeadersOf(response)).toEqual(noStore)
})

test('stays private when an unavailable panel would shorten the lifetime', async () => {
  const page: Page = async ({ github, panel }) => ({
    props: { commits: await panel(github.getCommitActivity('ann', 'diary')) },
  })
  const upstream: RequestListener = (request, response) =>
    request.url === '/user' ? annsGitHub(request, response) : github(202, {})(request, response)
  const { response } = await requestViewerPage(page, { init: withHeader, upstream })
  expect(response.status).toBe(200)
  expect(cacheHeadersOf(response)).toEqual(noStore)
})

test('rejects other methods before authentication', async () => {
  const { response, paths } = await requestViewerPage(description, {
    init: { ...withHeader, method: 'POST' },
  })
  expect(response.status).toBe(405)
  expect(cacheHeadersOf(response)).toEqual(noStore)
  expect(paths).toEqual([])
})

test('accepts an Authorization header where sign-in is turned off', async () => {
  const env = { ...signInEnv, SESSION_SECRET: '' }
  const { response } = await requestViewerPage(description, { init: withHeader, env })
  expect(response.status).toBe(200)
  const cookie = await createCookieHeader(createSession())
  const bySession = await requestViewerPage(description, { init: { headers: { cookie } }, env })
  expect(bySession.response.headers.get('location')).toMatch(/^\/sign-in\?error=invalid/)
})
