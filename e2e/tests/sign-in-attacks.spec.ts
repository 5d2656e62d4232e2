import { Secret, type Session, seal, sealSession } from '@repo/auth-headers'
import { asHeader, naughtyAddresses, naughtyStrings } from '../support/naughty.ts'
import { people } from '../support/people.ts'
import { type Answer, send } from '../support/send.ts'
import { builtUrl, sampleUrl, sessionSecrets } from '../support/servers.ts'
import { cookiesOf, newSession, ownForm, sendForm, signInByToken } from '../support/sessions.ts'
import { expect, test } from '../support/test.ts'

const { ann, ben } = people
const [newest = '', older = ''] = sessionSecrets
const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** What the visitor of a personal page with this Cookie header gets. */
function visit(cookie: string): Promise<Answer> {
  return send(builtUrl, `/me/repos/${ann.repo}`, { headers: { cookie } })
}

function sealed(secrets: string[], signedInAt = Math.floor(Date.now() / 1000)): Promise<string> {
  const session: Session = {
    login: 'ann',
    avatarUrl: null,
    token: new Secret(ann.token),
    from: 'pasted',
    signedInAt,
  }
  return sealSession(session, { secrets })
}

function expectSignIn(answer: Answer, because: string): void {
  expect(answer.status).toBe(307)
  expect(answer.headers.location).toBe(
    `/sign-in?because=${because}&returnTo=%2Fme%2Frepos%2Fann%2Fdiary`,
  )
  expect(answer.headers['cache-control']).toBe('private, no-store')
  expect(cookiesOf(answer)).toEqual({ 'github-session': '', 'signed-in': '' })
  expect(answer.body).not.toContain(ann.canary)
}

for (const [name, headers] of Object.entries({
  'of another site': { ...form, 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' },
  'of a neighbouring site': { ...form, 'sec-fetch-site': 'same-site', origin: sampleUrl },
  'that does not say where it is from': form,
  'of nobody': { ...form, origin: 'null' },
  'of an old browser at another site': { ...form, origin: 'http://127.0.0.1' },
})) {
  test(`a form ${name} signs nobody in and nobody out`, async () => {
    const session = await newSession(builtUrl, ann.token)
    for (const path of ['/api/auth/token', '/api/auth/sign-out']) {
      const cookie = `github-session=${session}`
      const answer = await sendForm(builtUrl, path, { token: ben.token }, { ...headers, cookie })
      expect(answer.status).toBe(403)
      expect(answer.body).toBe('This form was not sent by a page of this site.\n')
      expect(answer.headers['set-cookie']).toBeUndefined()
      expect(answer.headers['cache-control']).toBe('private, no-store')
    }
    expect((await visit(`github-session=${session}`)).status).toBe(200)
  })
}

test('an old browser that says only Origin signs in', async () => {
  const answer = await sendForm(
    builtUrl,
    '/api/auth/token',
    { token: ann.token },
    {
      ...form,
      origin: builtUrl,
    },
  )
  expect(answer.status).toBe(303)
  expect(cookiesOf(answer)['github-session']).toMatch(/^eyJ/)
})

test('a page of another site that posts a form by a script signs its visitor in as nobody', async ({
  page,
  context,
}) => {
  await page.route('http://evil.test/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form action="${builtUrl}/api/auth/token" method="post">
        <input name="token" value="${ben.token}"></form>
        <script>document.forms[0].submit()</script>`,
    }),
  )
  const answered = page.waitForResponse(`${builtUrl}/api/auth/token`)
  await page.goto('http://evil.test/')
  expect((await answered).status()).toBe(403)
  await expect(page.getByText('This form was not sent by a page of this site.')).toBeVisible()
  expect(await context.cookies(builtUrl)).toEqual([])
})

for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
  test(`${method} signs nobody in and nobody out`, async () => {
    for (const path of ['/api/auth/token', '/api/auth/sign-out']) {
      const answer = await send(builtUrl, path, { method, headers: ownForm })
      expect(answer.status).toBe(405)
      expect(answer.headers.allow).toBe('POST')
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })
}

test('what is no form, or a long one, is refused with the right status', async () => {
  const origin = { 'sec-fetch-site': 'same-origin' }
  const json = await send(builtUrl, '/api/auth/token', {
    method: 'POST',
    headers: { ...origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token: ann.token }),
  })
  expect(json.status).toBe(415)
  const long = await sendForm(builtUrl, '/api/auth/token', { token: 'x'.repeat(64_000) })
  expect(long.status).toBe(413)
  expect(long.body).toBe('This form is too long.\n')
})

/** Begins a sign-in, and gives the cookie of the attempt and the state that GitHub is told. */
async function beginAttempt(returnTo = '/me') {
  const answer = await send(builtUrl, `/api/auth/start?returnTo=${encodeURIComponent(returnTo)}`)
  const { oauth = '' } = cookiesOf(answer)
  const { searchParams } = new URL(answer.headers.location ?? '')
  return { cookie: `oauth=${oauth}`, state: searchParams.get('state') ?? '', searchParams }
}

/** Says yes at the sample GitHub, and gives the address to which it leads back. */
async function consent(params: URLSearchParams, login: string): Promise<string> {
  const fields = { ...Object.fromEntries(params), login, decision: 'authorize' }
  const answer = await sendForm(sampleUrl, '/login/oauth/authorize', fields)
  const { pathname, search } = new URL(answer.headers.location ?? '')
  return pathname + search
}

test('a code of somebody else’s sign-in signs this browser in as nobody', async () => {
  const mallorys = await beginAttempt()
  const address = await consent(mallorys.searchParams, 'ben')
  const victims = await beginAttempt()
  for (const headers of [
    {},
    { cookie: victims.cookie },
    { cookie: `${victims.cookie}; ${mallorys.cookie}` },
    { cookie: `${mallorys.cookie}; ${mallorys.cookie}` },
    { cookie: mallorys.cookie.slice(0, -3) },
  ]) {
    const answer = await send(builtUrl, address, { headers })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/sign-in?because=not-begun-here')
    expect(cookiesOf(answer)).toEqual({ oauth: '' })
  }
})

test('the answer to a sign-in is good once', async () => {
  const { cookie, searchParams } = await beginAttempt('/me/inbox')
  const address = await consent(searchParams, 'ann')
  const first = await send(builtUrl, address, { headers: { cookie } })
  expect(first.headers.location).toBe('/me/inbox')
  expect(cookiesOf(first)['github-session']).toMatch(/^eyJ/)
  expect(cookiesOf(first).oauth).toBe('')

  const again = await send(builtUrl, address, { headers: { cookie } })
  expect(again.headers.location).toBe('/sign-in?because=not-granted&returnTo=%2Fme%2Finbox')
  expect(cookiesOf(again)).toEqual({ oauth: '' })
})

test('a made-up answer of GitHub’s signs nobody in', async () => {
  const { cookie, state } = await beginAttempt()
  for (const search of [
    `code=made-up&state=${state}`,
    `state=${state}`,
    `error=server_error&state=${state}`,
    `code=a&code=b&state=${state}`,
  ]) {
    const answer = await send(builtUrl, `/api/auth/callback?${search}`, { headers: { cookie } })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/sign-in?because=not-granted')
    expect(cookiesOf(answer)).toEqual({ oauth: '' })
  }
  const twice = `/api/auth/callback?code=a&state=${state}&state=${state}`
  const answer = await send(builtUrl, twice, { headers: { cookie } })
  expect(answer.headers.location).toBe('/sign-in?because=not-begun-here')
})

test('after the sign-in nobody is led off this site, whatever the return address', async () => {
  test.setTimeout(120_000)
  const local = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/
  for (const returnTo of [...naughtyAddresses, ...naughtyStrings]) {
    const answer = await sendForm(builtUrl, '/api/auth/token', { token: ann.token, returnTo })
    expect(answer.status, returnTo).toBe(303)
    const location = answer.headers.location ?? ''
    expect(location, returnTo).toMatch(local)
    expect(new URL(location, builtUrl).origin, returnTo).toBe(builtUrl)
  }
  for (const returnTo of naughtyAddresses) {
    const { cookie, searchParams } = await beginAttempt(returnTo)
    const address = await consent(searchParams, 'ann')
    const answer = await send(builtUrl, address, { headers: { cookie } })
    expect(answer.headers.location, returnTo).toBe('/me')
  }
})

test('the sign-in page takes no naughty return address into its form', async ({ page }) => {
  for (const returnTo of naughtyAddresses) {
    await page.goto(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
    await expect(page.locator('input[name="returnTo"]')).toHaveValue('/me')
  }
})

test('a session opens under the newest secret, and under the one before', async () => {
  for (const secret of [newest, older]) {
    const answer = await visit(`github-session=${await sealed([secret])}`)
    expect(answer.status).toBe(200)
    expect(answer.body).toContain(ann.canary)
  }
})

test('a session that is over, or of another secret, leads to the sign-in', async () => {
  const eightHoursAgo = Math.floor(Date.now() / 1000) - 8 * 3600 - 1
  expectSignIn(await visit(`github-session=${await sealed([newest], eightHoursAgo)}`), 'expired')
  const stranger = 'a-secret-that-this-server-has-never-seen-01'
  expectSignIn(await visit(`github-session=${await sealed([stranger])}`), 'invalid')
  const attempt = await seal(
    { login: 'ann' },
    { secrets: [newest], purpose: 'sign-in attempt' },
    60,
  )
  expectSignIn(await visit(`github-session=${attempt}`), 'invalid')
})

test('a session of which a character was changed is none', async () => {
  const session = await sealed([newest])
  for (let at = 3; at < session.length; at += 17) {
    const changed = session.slice(0, at) + otherThan(session[at]) + session.slice(at + 1)
    expectSignIn(await visit(`github-session=${changed}`), 'invalid')
  }
})

// Of the last character of a part only the upper bits count.
function otherThan(character = ''): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return alphabet[alphabet.indexOf(character) ^ 32] ?? 'A'
}

test('a second session beside the first, as a neighbour may set it, is not believed', async () => {
  const [mine, tossed] = [await sealed([newest]), await newSession(builtUrl, ben.token)]
  for (const cookie of [
    `github-session=${mine}; github-session=${tossed}`,
    `github-session=${tossed}; github-session=${mine}`,
    `github-session=${mine}; github-session=`,
  ]) {
    expectSignIn(await visit(cookie), 'doubled')
  }
  for (const cookie of [
    `__Host-github-session=${mine}`,
    `GITHUB-SESSION=${mine}`,
    `\u00a0github-session=${mine}`,
  ]) {
    const answer = await visit(cookie)
    expect(answer.headers.location).toBe('/sign-in?returnTo=%2Fme%2Frepos%2Fann%2Fdiary')
  }
})

test('headers of 64 kB are refused, and the process is alive', async () => {
  const long = 'x'.repeat(64_000)
  for (const headers of [
    { authorization: `Bearer ${long}` },
    { cookie: `github-session=${long}` },
    { 'x-test-city': long },
  ]) {
    expect((await send(builtUrl, '/me', { headers })).status).toBe(431)
  }
  const fitting = 'x'.repeat(12_000)
  const byHeader = await send(builtUrl, '/me', { headers: { authorization: `Bearer ${fitting}` } })
  expect(byHeader.status).toBe(401)
  const byCookie = await send(builtUrl, '/me', { headers: { cookie: `github-session=${fitting}` } })
  expect(byCookie.headers.location).toBe('/sign-in?because=invalid&returnTo=%2Fme')
  expect((await send(builtUrl, '/api/health')).status).toBe(200)
})

const expected = [200, 303, 307, 400, 401, 403, 413, 415]

test('naughty strings in every field and header are answered, and never printed as they are', async () => {
  test.setTimeout(240_000)
  for (const text of naughtyStrings) {
    const value = asHeader(text)
    const encoded = new URLSearchParams({ text }).toString().slice('text='.length)
    const answers = await Promise.all([
      sendForm(builtUrl, '/api/auth/token', { token: text, returnTo: text }),
      sendForm(builtUrl, '/api/auth/token', { token: 'x' }, { ...form, origin: value }),
      sendForm(builtUrl, '/api/auth/sign-out', { [text]: text }, { ...ownForm, cookie: value }),
      send(builtUrl, '/me', { headers: { authorization: value } }),
      send(builtUrl, '/me', { headers: { authorization: `Bearer ${value}` } }),
      send(builtUrl, '/me', { headers: { cookie: `github-session=${value}` } }),
      send(builtUrl, '/api/session', { headers: { cookie: value } }),
      send(builtUrl, `/sign-in?because=${encoded}&returnTo=${encoded}`),
      send(builtUrl, `/api/auth/start?returnTo=${encoded}`),
      send(builtUrl, `/api/auth/callback?code=${encoded}&state=${encoded}&error=${encoded}`),
      send(builtUrl, '/learn/geolocation/yours', {
        headers: { 'x-test-city': value, 'x-test-country': value, 'accept-language': value },
      }),
    ])
    for (const [index, { status, body, headers }] of answers.entries()) {
      expect(expected, `${index}: ${text}`).toContain(status)
      if (/[<>]/.test(text)) expect(body, `${index}: ${text}`).not.toContain(text)
      expect(cookiesOf({ status, body, headers })['github-session'] ?? '').toBe('')
    }
  }
  expect((await send(builtUrl, '/api/health')).status).toBe(200)
})

test('a browser that was attacked signs in and out as any other', async ({ page }) => {
  await page.goto('/api/auth/callback?code=forged&state=forged')
  await expect(page.getByRole('status')).toContainText('That sign-in was not begun in this browser')
  await signInByToken(page, ann.token)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('status')).toContainText('You have signed out')
})
