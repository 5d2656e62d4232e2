import { expect, test } from 'vitest'
import { asked, callback, consent } from '../oauth-test-support.ts'
import { bodyOf, sample } from '../test-support.ts'

function authorize(fields: Record<string, string>): string {
  return `/login/oauth/authorize?${new URLSearchParams(fields)}`
}

function without(name: keyof typeof asked): Record<string, string> {
  return Object.fromEntries(Object.entries(asked).filter(([field]) => field !== name))
}

test('asks who to be, and hands on what the application wants', async () => {
  const response = await sample()(authorize(asked))
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
  ])
})

test('has no script and no style of its own in the page', async () => {
  const ask = sample()
  const response = await ask(authorize(asked))
  const text = await response.text()

  expect(text).not.toMatch(/<script|<style| style=| on\w+=/)
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  )
  const style = /rel="stylesheet" href="([^"]+)"/.exec(text)?.[1] ?? ''
  expect((await ask(style)).headers.get('content-type')).toBe('text/css')
})

test('shows what it was sent as text', async () => {
  const scope = '"><script>alert(1)</script>'
  const text = await (await sample()(authorize({ ...asked, scope }))).text()

  expect(text).not.toContain('<script>')
  expect(text).toContain('&lt;script&gt;')
})

test('sends the browser back with a code and the state', async () => {
  const response = await consent(sample(), { ...asked, login: 'ben', decision: 'authorize' })
  const back = new URL(response.headers.get('location') ?? '')

  expect(response.status).toBe(302)
  expect(back.origin + back.pathname).toBe(callback)
  expect(Object.fromEntries(back.searchParams)).toEqual({
    code: expect.stringMatching(/^[a-z0-9]{20}$/),
    state: 's&=1',
  })
})

test('keeps the query of the address it sends back to, and names no state where none came', async () => {
  const redirect_uri = `${callback}?from=%2Fme`
  const fields = { ...without('state'), redirect_uri, login: 'ann', decision: 'authorize' }
  const location = (await consent(sample(), fields)).headers.get('location')

  expect(location).toMatch(
    /^http:\/\/localhost:3000\/api\/auth\/callback\?from=%2Fme&code=[a-z0-9]{20}$/,
  )
})

test('says that access was denied', async () => {
  const response = await consent(sample(), { ...asked, login: 'ann', decision: 'cancel' })
  const back = new URL(response.headers.get('location') ?? '')

  expect(Object.fromEntries(back.searchParams)).toEqual({
    error: 'access_denied',
    error_description: 'The user has denied your application access.',
    error_uri:
      'https://docs.github.com/apps/managing-oauth-apps/troubleshooting-authorization-request-errors/#access-denied',
    state: 's&=1',
  })
})

const s256 = 'The code_challenge must be made by the method S256.'
const elsewhere = 'The redirect_uri must be an address on this machine.'

test.each([
  [{ ...asked, client_id: 'nobody' }, 404, 'There is no application with this client_id.'],
  [without('client_id'), 404, 'There is no application with this client_id.'],
  [without('redirect_uri'), 400, elsewhere],
  [{ ...asked, redirect_uri: 'https://stranger.example/' }, 400, elsewhere],
  [{ ...asked, redirect_uri: 'http://localhost.stranger.example/' }, 400, elsewhere],
  [{ ...asked, redirect_uri: 'http://localhost@stranger.example/' }, 400, elsewhere],
  [{ ...asked, redirect_uri: 'javascript:alert(1)' }, 400, elsewhere],
  [without('code_challenge_method'), 400, s256],
  [{ ...asked, code_challenge_method: 'plain' }, 400, s256],
  [{ ...asked, code_challenge: 'short' }, 400, s256],
])('sends nobody anywhere for the request %o', async (fields, status, sentence) => {
  const ask = sample()
  const shown = await ask(authorize(fields))
  const sent = await consent(ask, { ...fields, login: 'ann', decision: 'authorize' })

  for (const response of [shown, sent]) {
    expect(response.status).toBe(status)
    expect(response.headers.get('location')).toBeNull()
    expect(await response.text()).toContain(`<p>${sentence}</p>`)
  }
})

test.each([
  'http://127.0.0.1:8080/callback',
  'http://[::1]:8080/callback',
  'https://dashboard.localhost/callback',
])('sends back to %s, which is this machine', async (redirect_uri) => {
  const fields = { ...asked, redirect_uri, login: 'ann', decision: 'authorize' }
  const response = await consent(sample(), fields)

  expect(response.headers.get('location')).toContain(`${redirect_uri}?code=`)
})

test('lets nobody in who has no account', async () => {
  const response = await consent(sample(), { ...asked, login: 'toString', decision: 'authorize' })

  expect(response.status).toBe(400)
})

test('lives at the root, also when the API has a base path, and takes nothing of the quota', async () => {
  const ask = sample({ basePath: '/api/v3' })
  const response = await ask(authorize(asked))

  expect(response.status).toBe(200)
  expect(response.headers.get('x-sample-github')).toBe('1')
  expect(response.headers.get('x-ratelimit-used')).toBeNull()
  const counted = await ask('/api/v3/_control/requests?prefix=/login/oauth')
  expect(await bodyOf<{ total: number }>(counted)).toMatchObject({ total: 1 })
  expect((await ask(`/api/v3${authorize(asked)}`)).status).toBe(501)
})
