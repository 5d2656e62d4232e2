import { expect, test } from 'vitest'
import { expiring, expiringTokens, fetchToken, loginOf, signIn } from '../oauth-test-support.ts'
import { as, iso, now, sample } from '../test-support.ts'

type Ask = ReturnType<typeof sample>

const basic = `Basic ${btoa('sample-client:sample-client-secret')}`
const basicOfExpiring = `Basic ${btoa('sample-expiring-client:sample-expiring-client-secret')}`

function about(
  ask: Ask,
  method: string,
  what: string,
  body: object,
  authorization = basic,
): Promise<Response> {
  const headers = { authorization, 'content-type': 'application/json' }
  return ask(`/applications/${what}`, { method, headers, body: JSON.stringify(body) })
}

test('tells an application about its token', async () => {
  const ask = sample()
  const { access_token } = await signIn(ask, 'ben')
  const response = await about(ask, 'POST', 'sample-client/token', { access_token })

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

test('ends one token', async () => {
  const ask = sample()
  const [one, other] = [await signIn(ask), await signIn(ask)]
  const { access_token } = one
  const response = await about(ask, 'DELETE', 'sample-client/token', { access_token })

  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
  expect(await loginOf(ask, one.access_token)).toBe(401)
  expect(await loginOf(ask, other.access_token)).toBe('ann')
})

test('ends every token of a user and an application, and no other', async () => {
  const ask = sample()
  const [one, other, bens] = [await signIn(ask), await signIn(ask), await signIn(ask, 'ben')]
  const isAppToken = await expiringTokens(ask)
  const { access_token } = one
  const response = await about(ask, 'DELETE', 'sample-client/grant', { access_token })

  expect(response.status).toBe(204)
  expect(await loginOf(ask, one.access_token)).toBe(401)
  expect(await loginOf(ask, other.access_token)).toBe(401)
  expect(await loginOf(ask, bens.access_token)).toBe('ben')
  expect(await loginOf(ask, isAppToken.access_token)).toBe('ann')
  expect((await ask('/user', as('ann'))).status).toBe(200)
})

test('ends a pair of tokens together, even when the first has expired', async () => {
  let time = now()
  const ask = sample({ now: () => time })
  const { access_token, refresh_token = '' } = await expiringTokens(ask)
  time += 28_800_000
  const what = 'sample-expiring-client/token'

  expect((await about(ask, 'POST', what, { access_token }, basicOfExpiring)).status).toBe(404)
  expect((await about(ask, 'DELETE', what, { access_token }, basicOfExpiring)).status).toBe(204)
  expect(
    await fetchToken(ask, { ...expiring, grant_type: 'refresh_token', refresh_token }),
  ).toMatchObject({ error: 'bad_refresh_token' })
})

test.each([
  ['POST', 'sample-client/token'],
  ['DELETE', 'sample-client/token'],
  ['DELETE', 'sample-client/grant'],
])('%s %s is for the application itself and its own tokens', async (method, what) => {
  const ask = sample()
  const { access_token } = await signIn(ask)
  const foreign = (await expiringTokens(ask)).access_token
  const wrong = `Basic ${btoa('sample-client:wrong')}`
  const statusOf = async (body: object, authorization?: string) =>
    (await about(ask, method, what, body, authorization)).status

  expect(await statusOf({ access_token }, wrong)).toBe(401)
  expect(await statusOf({ access_token }, `Bearer ${access_token}`)).toBe(401)
  expect(await statusOf({ access_token }, basicOfExpiring)).toBe(404)
  expect(await statusOf({ access_token: foreign })).toBe(404)
  expect(await statusOf({ access_token: 'sample-token-ann' })).toBe(404)
  expect(await statusOf({})).toBe(422)
  expect(await loginOf(ask, access_token)).toBe('ann')
})

test('opens nothing but its own address to an application', async () => {
  const response = await sample()('/repos/acme/rocket', { headers: { authorization: basic } })

  expect(response.status).toBe(401)
})
