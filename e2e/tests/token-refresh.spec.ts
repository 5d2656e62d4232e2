import type { APIRequestContext } from '@playwright/test'
import { dataPath } from '../support/data-route.ts'
import { expectHealthy, freePort, type Program, startProgram } from '../support/programs.ts'
import { sampleGitHub } from '../support/sample-github.ts'
import { send } from '../support/send.ts'
import { productionServer } from '../support/servers.ts'
import { cookiesOf, sendForm } from '../support/sessions.ts'
import { expect, test } from '../support/test.ts'
import { users } from '../support/users.ts'

// A server of its own whose tokens expire, and a GitHub of its own whose tokens others do not share.
test.describe.configure({ mode: 'serial' })

const { cyd } = users
const samplePort = await freePort()
const sampleUrl = `http://127.0.0.1:${samplePort}`
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const renewals: string[] = []
let programs: Program[] = []

test.beforeAll(async () => {
  const sample = await startProgram('node --import tsx src/main.ts', {
    cwd: '../apps/sample-github',
    env: { PORT: String(samplePort) },
    ready: () => expectHealthy(`${sampleUrl}/rate_limit`),
  })
  const {
    command,
    url: health,
    ...place
  } = productionServer(port, {
    GITHUB_API_URL: sampleUrl,
    GITHUB_CLIENT_ID: 'sample-expiring-client',
    GITHUB_CLIENT_SECRET: 'sample-expiring-client-secret',
  })
  const app = await startProgram(command, {
    ...place,
    ready: () => expectHealthy(health),
    onLine: (line) => {
      if (line.includes('"event":"renewal"')) renewals.push(line)
    },
  })
  programs = [app, sample]
})

test.afterAll(() => Promise.all(programs.map((program) => program.end())))

/** Signs cyd in with a token that ends in half a minute, and so is renewed before the next page. */
async function signInForAMoment(request: APIRequestContext): Promise<string> {
  const github = sampleGitHub(request, sampleUrl)
  await github.setTokenLifetime(30)
  const cookie = await signIn('cyd')
  await github.setTokenLifetime(28_800)
  return cookie
}

/** Signs in by GitHub without a browser, and gives the cookie of the session. */
async function signIn(login: string): Promise<string> {
  const started = await send(url, '/api/auth/start')
  const asked = new URL(started.headers.location ?? '').searchParams
  const consented = await sendForm(sampleUrl, '/login/oauth/authorize', {
    ...Object.fromEntries(asked),
    login,
    decision: 'authorize',
  })
  const { pathname, search } = new URL(consented.headers.location ?? '')
  const cookie = `oauth=${cookiesOf(started).oauth}`
  const back = await send(url, pathname + search, { headers: { cookie } })
  return `github-session=${cookiesOf(back)['github-session']}`
}

test('a token that ends is renewed once, for all pages that are asked for together', async ({
  request,
}) => {
  const cookie = await signInForAMoment(request)

  const pages = ['/me', '/me?sort=name', '/me?sort=created', '/me?page=2', dataPath('/me')]
  const together = await Promise.all(
    [...pages, ...pages].map((path) => send(url, path, { headers: { cookie } })),
  )
  for (const { status, headers, body } of together) {
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('private, no-store')
    expect(body).toContain('"login":"cyd"')
  }
  await expect.poll(() => renewals.length).toBe(1)

  // Each has the new session, under its own seal, and needs no further renewal.
  const renewed = together.map((answer) => cookiesOf(answer)['github-session'] ?? '')
  for (const session of renewed) {
    const headers = { cookie: `github-session=${session}` }
    const answer = await send(url, `/me/repos/${cyd.repo}`, { headers })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain(cyd.canary)
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
  expect(renewals).toEqual([expect.stringContaining('"state":"granted"')])
})

test('a session whose refresh token was revoked leads to the sign-in', async ({ request }) => {
  const cookie = await signInForAMoment(request)
  await sampleGitHub(request, sampleUrl).revokeGrants('cyd')
  const answer = await send(url, '/me', { headers: { cookie } })
  expect(answer.status).toBe(307)
  expect(answer.headers.location).toBe('/sign-in?error=expired&returnTo=%2Fme')
  expect(cookiesOf(answer)).toEqual({ 'github-session': '', 'signed-in': '' })
})

test('a session whose token has ended waits for a GitHub that cannot be reached', async ({
  request,
}) => {
  const cookie = await signInForAMoment(request)
  const github = sampleGitHub(request, sampleUrl)
  await github.fail('/login/oauth/access_token', 'status-503')
  // It is renewed a little early: until its end the token reads.
  const early = await send(url, '/me', { headers: { cookie } })
  await github.heal('/login/oauth/access_token')
  expect(early.status).toBe(200)
  expect(early.headers['set-cookie']).toBeUndefined()

  const renewed = await send(url, '/me', { headers: { cookie } })
  expect(renewed.status).toBe(200)
  expect(cookiesOf(renewed)['github-session']).toMatch(/^eyJ/)
})
