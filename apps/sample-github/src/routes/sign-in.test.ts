import { expect, test } from 'vitest'
import { authorizationParameters, callback, consent } from '../oauth-test-support.ts'
import { bodyOf, sample } from '../test-support.ts'

function authorize(fields: Record<string, string>): string {
  return `/login/oauth/authorize?${new URLSearchParams(fields)}`
}

function without(name: keyof typeof authorizationParameters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(authorizationParameters).filter(([field]) => field !== name),
  )
}

test('offers the accounts, and passes on the parameters of the application', async () => {
  const response = await sample()(authorize(authorizationParameters))
  const text = await response.text()

  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(text).toContain('<h1>Authorize Sample Dashboard</h1>')
  expect(text).toContain('Scopes: repo, read:user.')
  expect(text).toContain('<form method="post" action="/login/oauth/authorize">')
  expect(text).toContain('<input type="hidden" name="state" value="s&amp;=1">')
  expect(text.match(/name="login" value="\w+"/g)).toEqual([
    'name="login" value="ann"',
    'name="login" value="ben"',
    'name="login" value="cyd"',
    'name="login" value="dov"',
    'name="login" value="eve"',
    'name="login" value="fay"',
  ])
})

test('has no inline script or style in the page', async () => {
  const request = sample()
  const response = await request(authorize(authorizationParameters))
  const text = await response.text()

  expect(text).not.toMatch(/<script|<style| style=| on\w+=/)
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  )
  const style = /rel="stylesheet" href="([^"]+)"/.exec(text)?.[1] ?? ''
  expect((await request(style)).headers.get('content-type')).toBe('text/css')
})

test('escapes parameters in the page', async () => {
  const scope = '"><script>alert(1)</script>'
  const text = await (await sample()(authorize({ ...authorizationParameters, scope }))).text()

  expect(text).not.toContain('<script>')
  expect(text).toContain('&lt;script&gt;')
})

test('redirects back with a code and the state', async () => {
  const response = await consent(sample(), {
    ...authorizationParameters,
    login: 'ben',
    decision: 'authorize',
  })
  const back = new URL(response.headers.get('location') ?? '')

  expect(response.status).toBe(302)
  expect(back.origin + back.pathname).toBe(callback)
  expect(Object.fromEntries(back.searchParams)).toEqual({
    code: expect.stringMatching(/^[a-z0-9]{20}$/),
    state: 's&=1',
  })
})

test('preserves the query of the redirect URI, and adds no state without one in the request', async () => {
  const redirect_uri = `${callback}?from=%2Fme`
  const fields = { ...without('state'), redirect_uri, login: 'ann', decision: 'authorize' }
  const location = (await consent(sample(), fields)).headers.get('location')

  expect(location).toMatch(
    /^http:\/\/localhost:3000\/api\/auth\/callback\?from=%2Fme&code=[a-z0-9]{20}$/,
  )
})

test('redirects back with access_denied after Cancel', async () => {
  const response = await consent(sample(), {
    ...authorizationParameters,
    login: 'ann',
    decision: 'cancel',
  })
  const back = new URL(response.headers.get('location') ?? '')

  expect(Object.fromEntries(back.searchParams)).toEqual({
    error: 'access_denied',
    error_description: 'The user has denied your application access.',
    error_uri:
      'https://docs.github.com/apps/managing-oauth-apps/troubleshooting-authorization-request-errors/#access-denied',
    state: 's&=1',
  })
})

const s256 = 'The code_challenge_method must be S256.'
const invalidRedirect = 'The redirect_uri must be a URL on this machine.'

test.each([
  [{ ...authorizationParameters, client_id: 'nobody' }, 404, 'No application has this client_id.'],
  [without('client_id'), 404, 'No application has this client_id.'],
  [without('redirect_uri'), 400, invalidRedirect],
  [{ ...authorizationParameters, redirect_uri: 'https://stranger.example/' }, 400, invalidRedirect],
  [
    { ...authorizationParameters, redirect_uri: 'http://localhost.stranger.example/' },
    400,
    invalidRedirect,
  ],
  [
    { ...authorizationParameters, redirect_uri: 'http://localhost@stranger.example/' },
    400,
    invalidRedirect,
  ],
  [{ ...authorizationParameters, redirect_uri: 'javascript:alert(1)' }, 400, invalidRedirect],
  [without('code_challenge_method'), 400, s256],
  [{ ...authorizationParameters, code_challenge_method: 'plain' }, 400, s256],
  [{ ...authorizationParameters, code_challenge: 'short' }, 400, s256],
])('shows an error page without a redirect for the request %o', async (fields, status, effect) => {
  const request = sample()
  const shown = await request(authorize(fields))
  const sent = await consent(request, { ...fields, login: 'ann', decision: 'authorize' })

  for (const response of [shown, sent]) {
    expect(response.status).toBe(status)
    expect(response.headers.get('location')).toBeNull()
    expect(await response.text()).toContain(`<p>${effect}</p>`)
  }
})

test.each([
  'http://127.0.0.1:8080/callback',
  'http://[::1]:8080/callback',
  'https://dashboard.localhost/callback',
])('redirects to %s, which is this machine', async (redirect_uri) => {
  const fields = { ...authorizationParameters, redirect_uri, login: 'ann', decision: 'authorize' }
  const response = await consent(sample(), fields)

  expect(response.headers.get('location')).toContain(`${redirect_uri}?code=`)
})

test('rejects an unknown account', async () => {
  const response = await consent(sample(), {
    ...authorizationParameters,
    login: 'toString',
    decision: 'authorize',
  })

  expect(response.status).toBe(400)
})

test('serves the sign-in at the root, beside any base path of the API, without using the quota', async () => {
  const request = sample({ basePath: '/api/v3' })
  const response = await request(authorize(authorizationParameters))

  expect(response.status).toBe(200)
  expect(response.headers.get('x-sample-github')).toBe('1')
  expect(response.headers.get('x-ratelimit-used')).toBeNull()
  const counted = await request('/api/v3/_control/requests?prefix=/login/oauth')
  expect(await bodyOf<{ total: number }>(counted)).toMatchObject({ total: 1 })
  expect((await request(`/api/v3${authorize(authorizationParameters)}`)).status).toBe(501)
})
