import { expect, test } from 'vitest'
import {
  asked,
  authorizeAndGetCode,
  expiring,
  expiringTokens,
  fetchToken,
  loginOf,
  signIn,
  verifier,
} from '../oauth-test-support.ts'
import { now, sample } from '../test-support.ts'

const errorsAt =
  'https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors'

const badCode = {
  error: 'bad_verification_code',
  error_description: 'The code passed is incorrect or expired.',
  error_uri: `${errorsAt}/#bad-verification-code`,
}

const badRefresh = {
  error: 'bad_refresh_token',
  error_description: 'The refresh token passed is incorrect or expired.',
  error_uri: `${errorsAt}/#bad-refresh-token`,
}

test('gives a token for a code, and the token lets in who gave the consent', async () => {
  const ask = sample()
  const tokens = await signIn(ask, 'ben')

  expect(tokens).toEqual({
    access_token: expect.stringMatching(/^gho_[A-Za-z0-9]{36}$/),
    token_type: 'bearer',
    scope: 'repo,read:user',
  })
  expect(await loginOf(ask, tokens.access_token)).toBe('ben')
})

test('gives every consent a token of its own', async () => {
  const ask = sample()
  const [one, other] = [await signIn(ask), await signIn(ask)]

  expect(one.access_token).not.toBe(other.access_token)
  expect(await loginOf(ask, one.access_token)).toBe('ann')
  expect(await loginOf(ask, other.access_token)).toBe('ann')
})

test('takes a code once', async () => {
  const ask = sample()
  const code = await authorizeAndGetCode(ask)
  await fetchToken(ask, { code, code_verifier: verifier })

  expect(await fetchToken(ask, { code, code_verifier: verifier })).toEqual(badCode)
})

test('takes a code for ten minutes', async () => {
  let time = now()
  const ask = sample({ now: () => time })
  const [early, late] = [await authorizeAndGetCode(ask), await authorizeAndGetCode(ask)]
  time += 599_000
  expect(await fetchToken(ask, { code: early, code_verifier: verifier })).toHaveProperty(
    'access_token',
  )
  time += 1_000
  expect(await fetchToken(ask, { code: late, code_verifier: verifier })).toEqual(badCode)
})

test.each([
  ['another one', { code_verifier: `${verifier}x` }],
  ['none', {}],
])('gives nothing for a verifier that is %s, and the code is gone', async (_name, fields) => {
  const ask = sample()
  const code = await authorizeAndGetCode(ask)

  expect(await fetchToken(ask, { code, ...fields })).toEqual(badCode)
  expect(await fetchToken(ask, { code, code_verifier: verifier })).toEqual(badCode)
})

test('asks for no verifier where no challenge was sent', async () => {
  const ask = sample()
  const { code_challenge, code_challenge_method, ...rest } = asked
  const form = new URLSearchParams({ ...rest, login: 'ann', decision: 'authorize' })
  const sent = await ask('/login/oauth/authorize', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: String(form),
  })
  const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? ''

  expect(await fetchToken(ask, { code })).toHaveProperty('access_token')
})

test('gives nothing to another client, nor for another address', async () => {
  const ask = sample()
  const code = await authorizeAndGetCode(ask)

  expect(await fetchToken(ask, { ...expiring, code, code_verifier: verifier })).toEqual(badCode)
  const redirect_uri = 'http://localhost:3000/elsewhere'
  expect(await fetchToken(ask, { code, code_verifier: verifier, redirect_uri })).toEqual({
    error: 'redirect_uri_mismatch',
    error_description:
      'The redirect_uri MUST match the registered callback URL for this application.',
    error_uri: `${errorsAt}/#redirect-uri-mismatch`,
  })
})

test.each([{ client_secret: 'wrong' }, { client_id: 'nobody' }])(
  'refuses the client with %o, and the code stays good',
  async (fields) => {
    const ask = sample()
    const code = await authorizeAndGetCode(ask)

    expect(await fetchToken(ask, { code, code_verifier: verifier, ...fields })).toEqual({
      error: 'incorrect_client_credentials',
      error_description: 'The client_id and/or client_secret passed are incorrect.',
      error_uri: `${errorsAt}/#incorrect-client-credentials`,
    })
    expect(await fetchToken(ask, { code, code_verifier: verifier })).toHaveProperty('access_token')
  },
)

test('refuses a grant type that it does not know', async () => {
  expect(await fetchToken(sample(), { grant_type: 'password' })).toMatchObject({
    error: 'unsupported_grant_type',
  })
})

test('knows a client by the scheme Basic, and reads JSON', async () => {
  const ask = sample()
  const response = await ask('/login/oauth/access_token', {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: `Basic ${btoa('sample-client:sample-client-secret')}`,
    },
    body: JSON.stringify({
      grant_type: 'authorization_code',
      code: await authorizeAndGetCode(ask),
      code_verifier: verifier,
    }),
  })

  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toMatchObject({ token_type: 'bearer' })
})

test('answers with a form unless JSON is asked for', async () => {
  const response = await sample()('/login/oauth/access_token', { method: 'POST' })

  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(
    'application/x-www-form-urlencoded; charset=utf-8',
  )
  expect(new URLSearchParams(await response.text()).get('error')).toBe(
    'incorrect_client_credentials',
  )
})

test('gives a client whose tokens expire a pair of tokens', async () => {
  const ask = sample()
  const tokens = await expiringTokens(ask, 'cyd')

  expect(tokens).toEqual({
    access_token: expect.stringMatching(/^ghu_[A-Za-z0-9]{36}$/),
    expires_in: 28_800,
    refresh_token: expect.stringMatching(/^ghr_[A-Za-z0-9]{76}$/),
    refresh_token_expires_in: 15_811_200,
    token_type: 'bearer',
    scope: '',
  })
  expect(await loginOf(ask, tokens.access_token)).toBe('cyd')
  expect(await loginOf(ask, tokens.refresh_token)).toBe(401)
})

test('lets a token in until it expires', async () => {
  let time = now()
  const ask = sample({ now: () => time })
  const { access_token } = await expiringTokens(ask)
  time += 28_799_000
  expect(await loginOf(ask, access_token)).toBe('ann')
  time += 1_000
  expect(await loginOf(ask, access_token)).toBe(401)
})

test('gives a new pair for a refresh token once, and ends the old pair', async () => {
  const ask = sample()
  const old = await expiringTokens(ask, 'dov')
  const again = { ...expiring, grant_type: 'refresh_token', refresh_token: old.refresh_token ?? '' }
  const renewed = await fetchToken(ask, again)

  expect(renewed).toMatchObject({ expires_in: 28_800, token_type: 'bearer' })
  expect(await loginOf(ask, renewed.access_token)).toBe('dov')
  expect(await loginOf(ask, old.access_token)).toBe(401)
  expect(await fetchToken(ask, again)).toEqual(badRefresh)
})

test('gives nothing for the refresh token of another client', async () => {
  const ask = sample()
  const { refresh_token = '' } = await expiringTokens(ask)

  expect(await fetchToken(ask, { grant_type: 'refresh_token', refresh_token })).toEqual(badRefresh)
  expect(
    await fetchToken(ask, { ...expiring, grant_type: 'refresh_token', refresh_token }),
  ).toHaveProperty('access_token')
})

test('takes a refresh token for half a year', async () => {
  let time = now()
  const ask = sample({ now: () => time })
  const { refresh_token = '' } = await expiringTokens(ask)
  time += 15_811_200_000

  expect(
    await fetchToken(ask, { ...expiring, grant_type: 'refresh_token', refresh_token }),
  ).toEqual(badRefresh)
})
