import { expect, test } from 'vitest'
import { expiring, expiringTokens, fetchToken, loginOf, signIn } from '../oauth-test-support.ts'
import { as, iso, now, sample } from '../test-support.ts'

type SampleRequest = ReturnType<typeof sample>

const basic = `Basic ${btoa('sample-client:sample-client-secret')}`
const basicOfExpiring = `Basic ${btoa('sample-expiring-client:sample-expiring-client-secret')}`

function about(
  request: SampleRequest,
  method: string,
  what: string,
  body: object,
  authorization = basic,
): Promise<Response> {
  const headers = { authorization, 'content-type': 'application/json' }
  return request(`/applications/${what}`, { method, headers, body: JSON.stringify(body) })
}

test('returns the token of an application', async () => {
  const request = sample()
  const { access_token } = await signIn(request, 'ben')
  const response = await about(request, 'POST', 'sample-client/token', { access_token })

  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({
    app: { client_id: 'sample-client', name: 'Sample Dashboard' },
    token: access_token,
    token_last_eight: access_token.slice(-8),
    scopes: ['repo', 'read:user'],
    created_at: iso(now()),
    expires_at: null,
    user: { login: 'ben' },
  })
})

test('revokes a token', async () => {
  const request = sample()
  const [first, second] = [await signIn(request), await signIn(request)]
  const { access_token } = first
  const response = await about(request, 'DELETE', 'sample-client/token', { access_token })

  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
  expect(await loginOf(request, first.access_token)).toBe(401)
  expect(await loginOf(request, second.access_token)).toBe('ann')
})

test('revokes every token of a user and an application, and no other', async () => {
  const request = sample()
  const [first, second, benTokens] = [
    await signIn(request),
    await signIn(request),
    await signIn(request, 'ben'),
  ]
  const expiringPair = await expiringTokens(request)
  const { access_token } = first
  const response = await about(request, 'DELETE', 'sample-client/grant', { access_token })

  expect(response.status).toBe(204)
  expect(await loginOf(request, first.access_token)).toBe(401)
  expect(await loginOf(request, second.access_token)).toBe(401)
  expect(await loginOf(request, benTokens.access_token)).toBe('ben')
  expect(await loginOf(request, expiringPair.access_token)).toBe('ann')
  expect((await request('/user', as('ann'))).status).toBe(200)
})

test('revokes a pair of tokens together, even when the access token has expired', async () => {
  let time = now()
  const request = sample({ now: () => time })
  const { access_token, refresh_token = '' } = await expiringTokens(request)
  time += 28_800_000
  const what = 'sample-expiring-client/token'

  expect((await about(request, 'POST', what, { access_token }, basicOfExpiring)).status).toBe(404)
  expect((await about(request, 'DELETE', what, { access_token }, basicOfExpiring)).status).toBe(204)
  expect(
    await fetchToken(request, { ...expiring, grant_type: 'refresh_token', refresh_token }),
  ).toMatchObject({ error: 'bad_refresh_token' })
})

test.each([
  ['POST', 'sample-client/token'],
  ['DELETE', 'sample-client/token'],
  ['DELETE', 'sample-client/grant'],
])('%s %s accepts only the application and its own tokens', async (method, what) => {
  const request = sample()
  const { access_token } = await signIn(request)
  const foreign = (await expiringTokens(request)).access_token
  const wrong = `Basic ${btoa('sample-client:wrong')}`
  const statusOf = async (body: object, authorization?: string) =>
    (await about(request, method, what, body, authorization)).status

  expect(await statusOf({ access_token }, wrong)).toBe(401)
  expect(await statusOf({ access_token }, `Bearer ${access_token}`)).toBe(401)
  expect(await statusOf({ access_token }, basicOfExpiring)).toBe(404)
  expect(await statusOf({ access_token: foreign })).toBe(404)
  expect(await statusOf({ access_token: 'sample-token-ann' })).toBe(404)
  expect(await statusOf({})).toBe(422)
  expect(await loginOf(request, access_token)).toBe('ann')
})

test('accepts application credentials only at the application endpoints', async () => {
  const response = await sample()('/repos/acme/rocket', { headers: { authorization: basic } })

  expect(response.status).toBe(401)
})
