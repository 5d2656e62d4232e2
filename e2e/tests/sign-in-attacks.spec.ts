import { seal } from '@repo/auth-headers'
import { naughtyReturnUrls, naughtyStrings, toHeaderValue } from '../support/naughty-strings.ts'
import { type RawResponse, send } from '../support/send.ts'
import { appUrl, sampleUrl, sessionSecrets } from '../support/servers.ts'
import {
  cookiesOf,
  newSession,
  sameOriginForm,
  sendForm,
  signInByToken,
} from '../support/sessions.ts'
import { expect, test } from '../support/test.ts'
import { users } from '../support/users.ts'

const { ann, ben } = users
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
  expect(cookiesOf(response)).toEqual({ 'github-session': '', 'signed-in': '' })
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
      const cookie = `github-session=${session}`
      const response = await sendForm(appUrl, path, { token: ben.token }, { ...headers, cookie })
      expect.soft(response.status, name).toBe(403)
      expect.soft(response.body, name).toBe('This form must be sent from this site.\n')
      expect.soft(response.headers['set-cookie'], name).toBeUndefined()
      expect.soft(response.headers['cache-control'], name).toBe('private, no-store')
    }
    expect.soft((await visit(`github-session=${session}`)).status, name).toBe(200)
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
  expect(cookiesOf(response)['github-session']).toMatch(/^eyJ/)
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
  const { oauth = '' } = cookiesOf(response)
  const { searchParams } = new URL(response.headers.location ?? '')
  return { cookie: `oauth=${oauth}`, state: searchParams.get('state') ?? '', searchParams }
}

/** Authorizes at the sample GitHub, and returns the path of the callback. */
async function authorize(params: URLSearchParams, login: string): Promise<string> {
  const fields = { ...Object.fromEntries(params), login, decision: 'authorize' }
  const response = await sendForm(sampleUrl, '/login/oauth/authorize', fields)
  const { pathname, search } = new URL(response.headers.location ?? '')
  return pathname + search
}

test('an authorization code from another browser’s sign-in is rejected', async () => {
  const attacker = await startAttempt()
  const callbackPath = await authorize(attacker.searchParams, 'ben')
  const victim = await startAttempt()
  for (const headers of [
    {},
    { cookie: victim.cookie },
    { cookie: `${victim.cookie}; ${attacker.cookie}` },
    { cookie: `${attacker.cookie}; ${attacker.cookie}` },
    { cookie: attacker.cookie.slice(0, -3) },
  ]) {
    const response = await send(appUrl, callbackPath, { headers })
    expect(response.status).toBe(303)
    expect(response.headers.location).toBe('/sign-in?error=attempt-expired')
    expect(cookiesOf(response)).toEqual({ oauth: '' })
  }
})

test('a callback works once', async () => {
  const { cookie, searchParams } = await startAttempt('/me/inbox')
  const callbackPath = await authorize(searchParams, 'ann')
  const first = await send(appUrl, callbackPath, { headers: { cookie } })
  expect(first.headers.location).toBe('/me/inbox')
  expect(cookiesOf(first)['github-session']).toMatch(/^eyJ/)
  expect(cookiesOf(first).oauth).toBe('')

  const again = await send(appUrl, callbackPath, { headers: { cookie } })
  expect(again.headers.location).toBe('/sign-in?error=failed&returnTo=%2Fme%2Finbox')
  expect(cookiesOf(again)).toEqual({ oauth: '' })
})

test('a forged callback does not sign in', async () => {
  const { cookie, state } = await startAttempt()
  for (const search of [
    `code=made-up&state=${state}`,
    `state=${state}`,
    `error=server_error&state=${state}`,
    `code=a&code=b&state=${state}`,
  ]) {
    const response = await send(appUrl, `/api/auth/callback?${search}`, { headers: { cookie } })
    expect(response.status).toBe(303)
    expect(response.headers.location).toBe('/sign-in?error=failed')
    expect(cookiesOf(response)).toEqual({ oauth: '' })
  }
  const twice = `/api/auth/callback?code=a&state=${state}&state=${state}`
  const response = await send(appUrl, twice, { headers: { cookie } })
  expect(response.headers.location).toBe('/sign-in?error=attempt-expired')
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
    const response = await visit(`github-session=${await sealSession([secret])}`)
    expect(response.status).toBe(200)
    expect(response.body).toContain(ann.canary)
  }
})

test('an expired session, or one sealed with another secret, redirects to the sign-in page', async () => {
  const eightHoursAgo = Math.floor(Date.now() / 1000) - 8 * 3600 - 1
  expectSignIn(
    await visit(`github-session=${await sealSession([newest], eightHoursAgo)}`),
    'expired',
  )
  const unknownSecret = 'a-secret-that-this-server-has-never-seen-01'
  expectSignIn(await visit(`github-session=${await sealSession([unknownSecret])}`), 'invalid')
  const attempt = await seal(
    { login: 'ann' },
    { secrets: [newest], purpose: 'sign-in attempt' },
    60,
  )
  expectSignIn(await visit(`github-session=${attempt}`), 'invalid')
})

test('a session with a changed character is invalid', async () => {
  const session = await sealSession([newest])
  for (let at = 3; at < session.length; at += 17) {
    const changed = session.slice(0, at) + otherThan(session[at]) + session.slice(at + 1)
    expectSignIn(await visit(`github-session=${changed}`), 'invalid')
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
    `github-session=${own}; github-session=${injected}`,
    `github-session=${injected}; github-session=${own}`,
    `github-session=${own}; github-session=`,
  ]) {
    expectSignIn(await visit(cookie), 'duplicate')
  }
  for (const cookie of [
    `__Host-github-session=${own}`,
    `GITHUB-SESSION=${own}`,
    `\u00a0github-session=${own}`,
  ]) {
    const response = await visit(cookie)
    expect(response.headers.location).toBe('/sign-in?returnTo=%2Fme%2Frepos%2Fann%2Fdiary')
  }
})

test('headers of 64 kB are rejected, and the process keeps running', async () => {
  const long = 'x'.repeat(64_000)
  for (const headers of [
    { authorization: `Bearer ${long}` },
    { cookie: `github-session=${long}` },
    { 'x-test-city': long },
  ]) {
    expect((await send(appUrl, '/me', { headers })).status).toBe(431)
  }
  const fitting = 'x'.repeat(12_000)
  const byHeader = await send(appUrl, '/me', { headers: { authorization: `Bearer ${fitting}` } })
  expect(byHeader.status).toBe(401)
  const byCookie = await send(appUrl, '/me', { headers: { cookie: `github-session=${fitting}` } })
  expect(byCookie.headers.location).toBe('/sign-in?error=invalid&returnTo=%2Fme')
  expect((await send(appUrl, '/api/health')).status).toBe(200)
})

const expected = [200, 303, 307, 400, 401, 403, 413, 415]

// A twelfth of the list, from every part of it.
const sampleOfStrings = naughtyStrings.filter((_text, index) => index % 12 === 0)

test('naughty strings in fields and headers cause no server error and are not reflected as markup', async () => {
  test.slow()
  await sendNaughtyStrings(sampleOfStrings)
})

test('no naughty string causes a server error or is reflected as markup', {
  tag: '@long',
}, async () => {
  test.setTimeout(240_000)
  await sendNaughtyStrings(naughtyStrings)
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
      send(appUrl, '/me', { headers: { cookie: `github-session=${value}` } }),
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
      expect(cookiesOf({ status, body, headers })['github-session'] ?? '').toBe('')
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
