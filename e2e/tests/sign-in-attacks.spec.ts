import { seal } from '@repo/auth-headers'
import { naughtyReturnUrls, naughtyStrings, toHeaderValue } from '../support/naughty-strings.ts'
import { cookiesOf, type RawResponse, send } from '../support/send.ts'
import { appUrl, sampleUrl, sessionSecrets } from '../support/servers.ts'
import {
  attemptCookieOf,
  newSession,
  sameOriginForm,
  sendForm,
  sessionCookieName,
  signedInCookieName,
  signInByToken,
} from '../support/sessions.ts'
import { expect, test } from '../support/test.ts'
import { users } from '../support/users.ts'

const { ann, ben } = users
const sessionName = sessionCookieName(appUrl)
const [newest = '', older = ''] = sessionSecrets
const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** Requests a private page with a Cookie header. */
function visit(cookie: string): Promise<RawResponse> {
  return send(appUrl, `/me/repos/${ann.repo}`, { headers: { cookie } })
}

/** Seals a session as the server does. */
function sealSession(
  secrets: string[],
  signedInAt = Math.floor(Date.now() / 1000),
): Promise<string> {
  const claims = { login: 'ann', avatarUrl: null, token: ann.token, from: 'pasted', signedInAt }
  const remainingSeconds = signedInAt + 8 * 3600 - Math.floor(Date.now() / 1000)
  return seal(claims, { secrets, purpose: 'session' }, remainingSeconds)
}

function expectSignIn(response: RawResponse, error: string): void {
  expect(response.status).toBe(307)
  expect(response.headers.location).toBe(
    `/sign-in?error=${error}&returnTo=%2Fme%2Frepos%2Fann%2Fdiary`,
  )
  expect(response.headers['cache-control']).toBe('private, no-store')
  expect(cookiesOf(response)).toEqual({ [sessionName]: '', [signedInCookieName(appUrl)]: '' })
  expect(response.body).not.toContain(ann.canary)
}

const foreignForms = {
  'from another site': { ...form, 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' },
  'from a sibling site': { ...form, 'sec-fetch-site': 'same-site', origin: sampleUrl },
  'without a source': form,
  'with an opaque origin': { ...form, origin: 'null' },
  'from an old browser on another site': { ...form, origin: 'http://127.0.0.1' },
}

test('a form from outside this site can neither sign in nor sign out', async () => {
  for (const [name, headers] of Object.entries(foreignForms)) {
    const session = await newSession(appUrl, ann.token)
    for (const path of ['/api/auth/token', '/api/auth/sign-out']) {
      const cookie = `${sessionName}=${session}`
      const response = await sendForm(appUrl, path, { token: ben.token }, { ...headers, cookie })
      expect.soft(response.status, name).toBe(403)
      expect.soft(response.body, name).toBe('This form must be sent from this site.\n')
      expect.soft(response.headers['set-cookie'], name).toBeUndefined()
      expect.soft(response.headers['cache-control'], name).toBe('private, no-store')
    }
    expect.soft((await visit(`${sessionName}=${session}`)).status, name).toBe(200)
  }
})

test('a browser without Fetch Metadata signs in by its Origin', async () => {
  const response = await sendForm(
    appUrl,
    '/api/auth/token',
    { token: ann.token },
    {
      ...form,
      origin: appUrl,
    },
  )
  expect(response.status).toBe(303)
  expect(cookiesOf(response)[sessionName]).toMatch(/^eyJ/)
})

test('a script on another site cannot sign a visitor in', async ({ page, context }) => {
  await page.route('http://evil.test/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form action="${appUrl}/api/auth/token" method="post">
        <input name="token" value="${ben.token}"></form>
        <script>document.forms[0].submit()</script>`,
    }),
  )
  const responded = page.waitForResponse(`${appUrl}/api/auth/token`)
  await page.goto('http://evil.test/')
  expect((await responded).status()).toBe(403)
  await expect(page.getByText('This form must be sent from this site.')).toBeVisible()
  expect(await context.cookies(appUrl)).toEqual([])
})

test('no method but POST signs in or out', async () => {
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
    for (const path of ['/api/auth/token', '/api/auth/sign-out']) {
      const response = await send(appUrl, path, { method, headers: sameOriginForm })
      expect.soft(response.status, method).toBe(405)
      expect.soft(response.headers.allow, method).toBe('POST')
      expect.soft(response.headers['set-cookie'], method).toBeUndefined()
    }
  }
})

test('a body that is not a form, or too long, is rejected', async () => {
  const origin = { 'sec-fetch-site': 'same-origin' }
  const json = await send(appUrl, '/api/auth/token', {
    method: 'POST',
    headers: { ...origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token: ann.token }),
  })
  expect(json.status).toBe(415)
  const long = await sendForm(appUrl, '/api/auth/token', { token: 'x'.repeat(64_000) })
  expect(long.status).toBe(413)
  expect(long.body).toBe('The form is too large.\n')
})

/** Starts a sign-in, and returns its cookie and the parameters for GitHub. */
async function startAttempt(returnTo = '/me') {
  const response = await send(appUrl, `/api/auth/start?returnTo=${encodeURIComponent(returnTo)}`)
  const { searchParams } = new URL(response.headers.location ?? '')
  const state = searchParams.get('state') ?? ''
  return { cookie: attemptCookieOf(response), state, searchParams }
}

/** The cookie that deletes the attempt with a state. */
function deletedAttempt(state: string): Record<string, string> {
  return { [`oauth-${state}-${new URL(appUrl).port}`]: '' }
}

/** Authorizes at the sample GitHub, and returns the path of the callback. */
async function authorize(params: URLSearchParams, login: string): Promise<string> {
  const fields = { ...Object.fromEntries(params), login, decision: 'authorize' }
  const response = await sendForm(sampleUrl, '/login/oauth/authorize', fields)
  const { pathname, search } = new URL(response.headers.location ?? '')
  return pathname + search
}

test('an authorization code from another browser’s sign-in is rejected, and ends no attempt', async () => {
  const attacker = await startAttempt()
  const callbackPath = await authorize(attacker.searchParams, 'ben')
  const victim = await startAttempt()
  const moved = attacker.cookie.replace(attacker.state, victim.state)
  for (const headers of [
    {},
    { cookie: victim.cookie },
    { cookie: `${victim.cookie}; ${moved}` },
    { cookie: `${attacker.cookie}; ${attacker.cookie}` },
    { cookie: attacker.cookie.slice(0, -3) },
  ]) {
    const response = await send(appUrl, callbackPath, { headers })
    expect(response.status).toBe(303)
    expect(response.headers.location).toBe('/sign-in?error=attempt-expired')
    expect(cookiesOf(response)).toEqual({})
  }
  const ownPath = await authorize(victim.searchParams, 'ann')
  const own = await send(appUrl, ownPath, { headers: { cookie: victim.cookie } })
  expect(own.headers.location).toBe('/me')
  expect(cookiesOf(own)[sessionName]).toMatch(/^eyJ/)
})

test('a repeated callback signs in, and a code works for one attempt only', async () => {
  const { cookie, state, searchParams } = await startAttempt('/me/inbox')
  const callbackPath = await authorize(searchParams, 'ann')
  const first = await send(appUrl, callbackPath, { headers: { cookie } })
  expect(first.headers.location).toBe('/me/inbox')
  expect(cookiesOf(first)[sessionName]).toMatch(/^eyJ/)
  expect(cookiesOf(first)).toMatchObject(deletedAttempt(state))

  // A reload before the first response arrives.
  const repeated = await send(appUrl, callbackPath, { headers: { cookie } })
  expect(repeated.headers.location).toBe('/me/inbox')
  expect(cookiesOf(repeated)).toEqual(cookiesOf(first))

  // A reload after it: the attempt is gone, and the session stays.
  const session = `${sessionName}=${cookiesOf(first)[sessionName]}`
  const late = await send(appUrl, callbackPath, { headers: { cookie: session } })
  expect(late.headers.location).toBe('/me')
  expect(cookiesOf(late)).toEqual({})

  const other = await startAttempt()
  const stolen = callbackPath.replace(state, other.state)
  const rejected = await send(appUrl, stolen, { headers: { cookie: other.cookie } })
  expect(rejected.headers.location).toBe('/sign-in?error=failed')
  expect(cookiesOf(rejected)).toEqual(deletedAttempt(other.state))
})

test('a forged callback neither signs in nor ends a session', async () => {
  for (const search of [
    'code=made-up',
    '',
    'error=server_error',
    'code=a&code=b',
    'error=access_denied',
  ]) {
    const { cookie, state } = await startAttempt()
    const path = `/api/auth/callback?${search}&state=${state}`
    const response = await send(appUrl, path, { headers: { cookie } })
    expect(response.status).toBe(303)
    const notice = search.includes('denied') ? 'canceled' : 'failed'
    expect(response.headers.location).toBe(`/sign-in?error=${notice}`)
    expect(cookiesOf(response)).toEqual(deletedAttempt(state))
  }
  const { cookie, state } = await startAttempt()
  const twice = `/api/auth/callback?code=a&state=${state}&state=${state}`
  const response = await send(appUrl, twice, { headers: { cookie } })
  expect(response.headers.location).toBe('/sign-in?error=attempt-expired')
  expect(cookiesOf(response)).toEqual({})

  const session = `${sessionName}=${await newSession(appUrl, ann.token)}`
  const foreign = await send(appUrl, '/api/auth/callback?code=a&state=b', {
    headers: { cookie: `${cookie}; ${session}` },
  })
  expect(foreign.headers.location).toBe('/me')
  expect(cookiesOf(foreign)).toEqual({})
})

test('a link on another site starts no sign-in', async () => {
  for (const site of ['cross-site', 'same-site']) {
    const path = '/api/auth/start?returnTo=%2Fme%2Finbox'
    const response = await send(appUrl, path, { headers: { 'sec-fetch-site': site } })
    expect(response.status).toBe(303)
    expect(response.headers.location).toBe('/sign-in?returnTo=%2Fme%2Finbox')
    expect(cookiesOf(response)).toEqual({})
  }
})

test('attempts over the limit replace the oldest', async () => {
  const attempts = []
  for (let index = 0; index < 5; index += 1) attempts.push(await startAttempt())
  const cookie = attempts.map((attempt) => attempt.cookie).join('; ')
  const response = await send(appUrl, '/api/auth/start', { headers: { cookie } })
  expect(Object.entries(cookiesOf(response)).filter(([, value]) => value === '')).toEqual(
    attempts.slice(0, 2).flatMap(({ state }) => Object.entries(deletedAttempt(state))),
  )
})

test('a sign-in never redirects to another site', async () => {
  test.slow()
  const local = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/
  for (const returnTo of [...naughtyReturnUrls, ...sampleOfStrings]) {
    const response = await sendForm(appUrl, '/api/auth/token', { token: ann.token, returnTo })
    expect(response.status, returnTo).toBe(303)
    const location = response.headers.location ?? ''
    expect(location, returnTo).toMatch(local)
    expect(new URL(location, appUrl).origin, returnTo).toBe(appUrl)
  }
  for (const returnTo of naughtyReturnUrls) {
    const { cookie, searchParams } = await startAttempt(returnTo)
    const callbackPath = await authorize(searchParams, 'ann')
    const response = await send(appUrl, callbackPath, { headers: { cookie } })
    expect(response.headers.location, returnTo).toBe('/me')
  }
})

test('the sign-in form contains no foreign return URL', async ({ page }) => {
  for (const returnTo of naughtyReturnUrls) {
    await page.goto(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
    await expect(page.locator('input[name="returnTo"]')).toHaveValue('/me')
  }
})

test('a session is valid under the newest secret and the previous one', async () => {
  for (const secret of [newest, older]) {
    const response = await visit(`${sessionName}=${await sealSession([secret])}`)
    expect(response.status).toBe(200)
    expect(response.body).toContain(ann.canary)
  }
})

test('an expired session, or one sealed with another secret, redirects to the sign-in page', async () => {
  const eightHoursAgo = Math.floor(Date.now() / 1000) - 8 * 3600 - 1
  expectSignIn(
    await visit(`${sessionName}=${await sealSession([newest], eightHoursAgo)}`),
    'expired',
  )
  const unknownSecret = 'a-secret-that-this-server-has-never-seen-01'
  expectSignIn(await visit(`${sessionName}=${await sealSession([unknownSecret])}`), 'invalid')
  const attempt = await seal(
    { login: 'ann' },
    { secrets: [newest], purpose: 'sign-in attempt' },
    60,
  )
  expectSignIn(await visit(`${sessionName}=${attempt}`), 'invalid')
})

test('a session with a changed character is invalid', async () => {
  const session = await sealSession([newest])
  for (let at = 3; at < session.length; at += 17) {
    const changed = session.slice(0, at) + otherThan(session[at]) + session.slice(at + 1)
    expectSignIn(await visit(`${sessionName}=${changed}`), 'invalid')
  }
})

// In base64url, the last character of a part may have unused lower bits.
function otherThan(character = ''): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return alphabet[alphabet.indexOf(character) ^ 32] ?? 'A'
}

test('a second session cookie invalidates both', async () => {
  const [own, injected] = [await sealSession([newest]), await newSession(appUrl, ben.token)]
  for (const cookie of [
    `${sessionName}=${own}; ${sessionName}=${injected}`,
    `${sessionName}=${injected}; ${sessionName}=${own}`,
    `${sessionName}=${own}; ${sessionName}=`,
  ]) {
    expectSignIn(await visit(cookie), 'duplicate')
  }
  for (const cookie of [
    `__Host-${sessionName}=${own}`,
    `${sessionName.toUpperCase()}=${own}`,
    `\u00a0${sessionName}=${own}`,
    `github-session=${own}`,
    `github-session-1=${own}`,
  ]) {
    const response = await visit(cookie)
    expect(response.headers.location).toBe('/sign-in?returnTo=%2Fme%2Frepos%2Fann%2Fdiary')
  }
})

test('an instance on another port keeps its own session, and ends no other', async () => {
  const own = `${sessionName}=${await newSession(appUrl, ann.token)}`
  const other = await sealSession(['a-secret-of-the-instance-on-another-port'])
  const cookie = `github-session-1=${other}; signed-in-1=1; ${own}`
  expect((await visit(cookie)).status).toBe(200)
  const signOut = await sendForm(appUrl, '/api/auth/sign-out', {}, { ...sameOriginForm, cookie })
  expect(signOut.headers.location).toBe('/sign-in?error=signed-out')
  expect(cookiesOf(signOut)).toEqual({ [sessionName]: '', [signedInCookieName(appUrl)]: '' })
})

test('a session that cannot be opened ends where the visitor reads why', async () => {
  const session = await sealSession(['a-secret-that-this-server-has-never-seen-01'])
  const headers = { cookie: `${sessionName}=${session}` }
  const onPublicPage = await send(appUrl, '/api/session', { headers })
  expect(onPublicPage.body).toBe('{}')
  expect(cookiesOf(onPublicPage)).toEqual({})
  const response = await send(appUrl, '/sign-in', { headers })
  expect(response.body).toContain('Your session is no longer valid.')
  expect(cookiesOf(response)).toEqual({ [sessionName]: '', [signedInCookieName(appUrl)]: '' })
})

test('headers of 64 kB are rejected, and the process keeps running', async () => {
  const long = 'x'.repeat(64_000)
  for (const headers of [
    { authorization: `Bearer ${long}` },
    { cookie: `${sessionName}=${long}` },
    { 'x-test-city': long },
  ]) {
    expect((await send(appUrl, '/me', { headers })).status).toBe(431)
  }
  const fitting = 'x'.repeat(12_000)
  const byHeader = await send(appUrl, '/me', { headers: { authorization: `Bearer ${fitting}` } })
  expect(byHeader.status).toBe(401)
  const byCookie = await send(appUrl, '/me', { headers: { cookie: `${sessionName}=${fitting}` } })
  expect(byCookie.headers.location).toBe('/sign-in?error=invalid&returnTo=%2Fme')
  expect((await send(appUrl, '/api/health')).status).toBe(200)
})

const expected = [200, 303, 307, 400, 401, 403, 413, 415]

// A twelfth of the list, from every part of it.
const sampleOfStrings = naughtyStrings.filter((_text, index) => index % 12 === 0)
const otherStrings = naughtyStrings.filter((_text, index) => index % 12 !== 0)

test('naughty strings in fields and headers cause no server error and are not reflected as markup', async () => {
  test.slow()
  await sendNaughtyStrings(sampleOfStrings)
})

test('no other naughty string causes a server error or is reflected as markup', {
  tag: '@long',
}, async () => {
  test.setTimeout(240_000)
  await sendNaughtyStrings(otherStrings)
})

/** Sends each text in every field and header that the sign-in routes read. */
async function sendNaughtyStrings(texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const value = toHeaderValue(text)
    const encoded = new URLSearchParams({ text }).toString().slice('text='.length)
    const responses = await Promise.all([
      sendForm(appUrl, '/api/auth/token', { token: text, returnTo: text }),
      sendForm(appUrl, '/api/auth/token', { token: 'x' }, { ...form, origin: value }),
      sendForm(
        appUrl,
        '/api/auth/sign-out',
        { [text]: text },
        { ...sameOriginForm, cookie: value },
      ),
      send(appUrl, '/me', { headers: { authorization: value } }),
      send(appUrl, '/me', { headers: { authorization: `Bearer ${value}` } }),
      send(appUrl, '/me', { headers: { cookie: `${sessionName}=${value}` } }),
      send(appUrl, '/api/session', { headers: { cookie: value } }),
      send(appUrl, `/sign-in?error=${encoded}&returnTo=${encoded}`),
      send(appUrl, `/api/auth/start?returnTo=${encoded}`),
      send(appUrl, `/api/auth/callback?code=${encoded}&state=${encoded}&error=${encoded}`),
      send(appUrl, '/learn/geolocation/yours', {
        headers: { 'x-test-city': value, 'x-test-country': value, 'accept-language': value },
      }),
    ])
    for (const [index, { status, body, headers }] of responses.entries()) {
      expect(expected, `${index}: ${text}`).toContain(status)
      if (/[<>]/.test(text)) expect(body, `${index}: ${text}`).not.toContain(text)
      expect(cookiesOf({ status, body, headers })[sessionName] ?? '').toBe('')
    }
  }
  expect((await send(appUrl, '/api/health')).status).toBe(200)
}

test('a browser can sign in after a forged callback', async ({ page }) => {
  await page.goto('/api/auth/callback?code=forged&state=forged')
  await expect(page.getByRole('status')).toContainText('Sign-in expired')
  await signInByToken(page, ann.token)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('status')).toContainText('You’re signed out')
})
