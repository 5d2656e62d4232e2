import { people } from '../support/people.ts'
import { answers, freePort, type Program, startProgram } from '../support/programs.ts'
import { send } from '../support/send.ts'
import { builtServer, sampleUrl } from '../support/servers.ts'
import { cookiesOf, sendForm } from '../support/sessions.ts'
import { expect, test } from '../support/test.ts'

// A server of its own, whose tokens expire.
test.describe.configure({ mode: 'serial' })

const { cyd } = people
const port = await freePort()
const url = `http://127.0.0.1:${port}`
let app: Program

test.beforeAll(async () => {
  const {
    command,
    url: health,
    ...place
  } = builtServer(port, {
    GITHUB_CLIENT_ID: 'sample-expiring-client',
    GITHUB_CLIENT_SECRET: 'sample-expiring-client-secret',
  })
  app = await startProgram(command, { ...place, ready: () => answers(health) })
})

test.afterAll(() => app.end())

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
  upstream,
}) => {
  await upstream.setTokenLifetime(30)
  const cookie = await signIn('cyd')
  await upstream.setTokenLifetime(28_800)
  const before = await upstream.requests('/login/oauth/access_token')

  const pages = ['/me', '/me/inbox', `/me/repos/${cyd.repo}`, '/me?sort=name', '/me?page=2']
  const together = await Promise.all(
    [...pages, ...pages].map((path) => send(url, path, { headers: { cookie } })),
  )
  for (const { status, headers, body } of together) {
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('private, no-store')
    expect(body).toContain('Signed in as')
  }
  expect(await upstream.requests('/login/oauth/access_token')).toBe(before + 1)

  // Each has the new session, under its own seal, and needs no further renewal.
  const renewed = together.map((answer) => cookiesOf(answer)['github-session'] ?? '')
  for (const session of renewed) {
    const headers = { cookie: `github-session=${session}` }
    const answer = await send(url, `/me/repos/${cyd.repo}`, { headers })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain(cyd.canary)
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
  expect(await upstream.requests('/login/oauth/access_token')).toBe(before + 1)
})

test('a session whose refresh token was revoked leads to the sign-in', async ({ upstream }) => {
  await upstream.setTokenLifetime(30)
  const cookie = await signIn('cyd')
  await upstream.setTokenLifetime(28_800)
  await upstream.revokeGrants('cyd')
  const answer = await send(url, '/me', { headers: { cookie } })
  expect(answer.status).toBe(307)
  expect(answer.headers.location).toBe('/sign-in?because=expired&returnTo=%2Fme')
  expect(cookiesOf(answer)).toEqual({ 'github-session': '', 'signed-in': '' })
})

test('a session whose token has ended waits for a GitHub that cannot be reached', async ({
  upstream,
}) => {
  await upstream.setTokenLifetime(30)
  const cookie = await signIn('cyd')
  await upstream.setTokenLifetime(28_800)
  await upstream.fail('/login/oauth/access_token', 'status-503')
  // It is renewed a little early: until its end the token reads.
  const early = await send(url, '/me', { headers: { cookie } })
  await upstream.heal('/login/oauth/access_token')
  expect(early.status).toBe(200)
  expect(early.headers['set-cookie']).toBeUndefined()

  const renewed = await send(url, '/me', { headers: { cookie } })
  expect(renewed.status).toBe(200)
  expect(cookiesOf(renewed)['github-session']).toMatch(/^eyJ/)
})
