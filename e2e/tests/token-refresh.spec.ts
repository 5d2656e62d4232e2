import type { APIRequestContext } from '@playwright/test'
import { dataPath } from '../support/data-route.ts'
import { freePort, type Program, startServer } from '../support/programs.ts'
import { sampleGitHub } from '../support/sample-github.ts'
import { cookiesOf, send } from '../support/send.ts'
import { productionServer, sampleServer } from '../support/servers.ts'
import {
  attemptCookieOf,
  sendForm,
  sessionCookieName,
  signedInCookieName,
} from '../support/sessions.ts'
import { expect, test } from '../support/test.ts'
import { users } from '../support/users.ts'

// A separate server and a separate sample GitHub, for tokens that expire.
test.describe.configure({ mode: 'serial' })

const { cyd } = users
const sample = sampleServer(await freePort())
const sampleUrl = new URL(sample.url).origin
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const sessionName = sessionCookieName(url)
const refreshes: string[] = []
let programs: Program[] = []

test.beforeAll(async () => {
  const gitHub = await startServer(sample)
  const server = productionServer(port, {
    GITHUB_API_URL: sampleUrl,
    GITHUB_CLIENT_ID: 'sample-expiring-client',
    GITHUB_CLIENT_SECRET: 'sample-expiring-client-secret',
  })
  const app = await startServer(server, {
    onLine: (line) => {
      if (line.includes('"event":"token-refresh"')) refreshes.push(line)
    },
  })
  programs = [app, gitHub]
})

test.afterAll(() => Promise.all(programs.map((program) => program.end())))

/** Signs cyd in with a token that expires within a minute, so the next request refreshes it. */
async function signInWithExpiringToken(request: APIRequestContext): Promise<string> {
  const github = sampleGitHub(request, sampleUrl)
  await github.setTokenLifetime(55)
  const cookie = await signIn('cyd')
  await github.setTokenLifetime(28_800)
  return cookie
}

/** Signs in with GitHub without a browser, and returns the session cookie. */
async function signIn(login: string): Promise<string> {
  const started = await send(url, '/api/auth/start')
  const parameters = new URL(started.headers.location ?? '').searchParams
  const authorized = await sendForm(sampleUrl, '/login/oauth/authorize', {
    ...Object.fromEntries(parameters),
    login,
    decision: 'authorize',
  })
  const { pathname, search } = new URL(authorized.headers.location ?? '')
  const cookie = attemptCookieOf(started)
  const callback = await send(url, pathname + search, { headers: { cookie } })
  return `${sessionName}=${cookiesOf(callback)[sessionName]}`
}

test('an expiring token is refreshed once for concurrent requests', async ({ request }) => {
  const cookie = await signInWithExpiringToken(request)

  const pages = ['/me', '/me?sort=name', '/me?sort=created', '/me?page=2', dataPath('/me')]
  const responses = await Promise.all(
    [...pages, ...pages].map((path) => send(url, path, { headers: { cookie } })),
  )
  for (const { status, headers, body } of responses) {
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('private, no-store')
    expect(body).toContain('"login":"cyd"')
  }
  await expect.poll(() => refreshes.length).toBe(1)

  // Each response has the new session, which needs no refresh.
  const refreshed = responses.map((response) => cookiesOf(response)[sessionName] ?? '')
  for (const session of refreshed) {
    const headers = { cookie: `${sessionName}=${session}` }
    const response = await send(url, `/me/repos/${cyd.repo}`, { headers })
    expect(response.status).toBe(200)
    expect(response.body).toContain(cyd.canary)
    expect(response.headers['set-cookie']).toBeUndefined()
  }
  expect(refreshes).toEqual([expect.stringContaining('"state":"granted"')])
})

test('a session with a revoked refresh token redirects to the sign-in page', async ({
  request,
}) => {
  const cookie = await signInWithExpiringToken(request)
  await sampleGitHub(request, sampleUrl).revokeGrants('cyd')
  const response = await send(url, '/me', { headers: { cookie } })
  expect(response.status).toBe(307)
  expect(response.headers.location).toBe('/sign-in?error=expired&returnTo=%2Fme')
  expect(cookiesOf(response)).toEqual({ [sessionName]: '', [signedInCookieName(url)]: '' })
})

test('a session keeps an expiring token while GitHub cannot refresh it', async ({ request }) => {
  const cookie = await signInWithExpiringToken(request)
  const github = sampleGitHub(request, sampleUrl)
  await github.fail('/login/oauth/access_token', 'status-503')
  // The refresh is early, and the old token is still valid.
  const duringOutage = await send(url, '/me', { headers: { cookie } })
  await github.recover('/login/oauth/access_token')
  expect(duringOutage.status).toBe(200)
  expect(duringOutage.headers['set-cookie']).toBeUndefined()

  const refreshed = await send(url, '/me', { headers: { cookie } })
  expect(refreshed.status).toBe(200)
  expect(cookiesOf(refreshed)[sessionName]).toMatch(/^eyJ/)
})
