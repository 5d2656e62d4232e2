import { expect, test } from 'vitest'
import {
  authorizationParameters,
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

test('exchanges a code for a token of the user who consented', async () => {
  const request = sample()
  const tokens = await signIn(request, 'ben')

  expect(tokens).toEqual({
    access_token: expect.stringMatching(/^gho_[A-Za-z0-9]{36}$/),
    token_type: 'bearer',
    scope: 'repo,read:user',
  })
  expect(await loginOf(request, tokens.access_token)).toBe('ben')
})

test('issues a separate token for every consent', async () => {
  const request = sample()
  const [first, second] = [await signIn(request), await signIn(request)]

  expect(first.access_token).not.toBe(second.access_token)
  expect(await loginOf(request, first.access_token)).toBe('ann')
  expect(await loginOf(request, second.access_token)).toBe('ann')
})

test('accepts a code once', async () => {
  const request = sample()
  const code = await authorizeAndGetCode(request)
  await fetchToken(request, { code, code_verifier: verifier })

  expect(await fetchToken(request, { code, code_verifier: verifier })).toEqual(badCode)
})

test('accepts a code for ten minutes', async () => {
  let time = now()
  const request = sample({ now: () => time })
  const [early, late] = [await authorizeAndGetCode(request), await authorizeAndGetCode(request)]
  time += 599_000
  expect(await fetchToken(request, { code: early, code_verifier: verifier })).toHaveProperty(
    'access_token',
  )
  time += 1_000
  expect(await fetchToken(request, { code: late, code_verifier: verifier })).toEqual(badCode)
})

test.each([
  ['wrong', { code_verifier: `${verifier}x` }],
  ['missing', {}],
])('rejects a verifier that is %s, and the code becomes invalid', async (_name, fields) => {
  const request = sample()
  const code = await authorizeAndGetCode(request)

  expect(await fetchToken(request, { code, ...fields })).toEqual(badCode)
  expect(await fetchToken(request, { code, code_verifier: verifier })).toEqual(badCode)
})

test('requires no verifier without a challenge', async () => {
  const request = sample()
  const { code_challenge, code_challenge_method, ...rest } = authorizationParameters
  const form = new URLSearchParams({ ...rest, login: 'ann', decision: 'authorize' })
  const sent = await request('/login/oauth/authorize', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: String(form),
  })
  const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? ''

  expect(await fetchToken(request, { code })).toHaveProperty('access_token')
})

test('rejects a code from another client or for another redirect URI', async () => {
  const request = sample()
  const code = await authorizeAndGetCode(request)

  expect(await fetchToken(request, { ...expiring, code, code_verifier: verifier })).toEqual(badCode)
  const redirect_uri = 'http://localhost:3000/elsewhere'
  expect(await fetchToken(request, { code, code_verifier: verifier, redirect_uri })).toEqual({
    error: 'redirect_uri_mismatch',
    error_description:
      'The redirect_uri MUST match the registered callback URL for this application.',
    error_uri: `${errorsAt}/#redirect-uri-mismatch`,
  })
})

test.each([{ client_secret: 'wrong' }, { client_id: 'nobody' }])(
  'rejects the client with %o, and the code stays valid',
  async (fields) => {
    const request = sample()
    const code = await authorizeAndGetCode(request)

    expect(await fetchToken(request, { code, code_verifier: verifier, ...fields })).toEqual({
      error: 'incorrect_client_credentials',
      error_description: 'The client_id and/or client_secret passed are incorrect.',
      error_uri: `${errorsAt}/#incorrect-client-credentials`,
    })
    expect(await fetchToken(request, { code, code_verifier: verifier })).toHaveProperty(
      'access_token',
    )
  },
)

test('rejects an unsupported grant type', async () => {
  expect(await fetchToken(sample(), { grant_type: 'password' })).toMatchObject({
    error: 'unsupported_grant_type',
  })
})

test('authenticates a client by Basic, and reads JSON', async () => {
  const request = sample()
  const response = await request('/login/oauth/access_token', {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: `Basic ${btoa('sample-client:sample-client-secret')}`,
    },
    body: JSON.stringify({
      grant_type: 'authorization_code',
      code: await authorizeAndGetCode(request),
      code_verifier: verifier,
    }),
  })

  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toMatchObject({ token_type: 'bearer' })
})

test('responds form-encoded unless the client accepts JSON', async () => {
  const response = await sample()('/login/oauth/access_token', { method: 'POST' })

  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(
    'application/x-www-form-urlencoded; charset=utf-8',
  )
  expect(new URLSearchParams(await response.text()).get('error')).toBe(
    'incorrect_client_credentials',
  )
})

test('issues a pair of tokens to a client with expiring tokens', async () => {
  const request = sample()
  const tokens = await expiringTokens(request, 'cyd')

  expect(tokens).toEqual({
    access_token: expect.stringMatching(/^ghu_[A-Za-z0-9]{36}$/),
    expires_in: 28_800,
    refresh_token: expect.stringMatching(/^ghr_[A-Za-z0-9]{76}$/),
    refresh_token_expires_in: 15_811_200,
    token_type: 'bearer',
    scope: '',
  })
  expect(await loginOf(request, tokens.access_token)).toBe('cyd')
  expect(await loginOf(request, tokens.refresh_token)).toBe(401)
})

test('accepts a token until it expires', async () => {
  let time = now()
  const request = sample({ now: () => time })
  const { access_token } = await expiringTokens(request)
  time += 28_799_000
  expect(await loginOf(request, access_token)).toBe('ann')
  time += 1_000
  expect(await loginOf(request, access_token)).toBe(401)
})

test('issues a new pair for a refresh token once, and revokes the old pair', async () => {
  const request = sample()
  const old = await expiringTokens(request, 'dov')
  const again = { ...expiring, grant_type: 'refresh_token', refresh_token: old.refresh_token ?? '' }
  const refreshed = await fetchToken(request, again)

  expect(refreshed).toMatchObject({ expires_in: 28_800, token_type: 'bearer' })
  expect(await loginOf(request, refreshed.access_token)).toBe('dov')
  expect(await loginOf(request, old.access_token)).toBe(401)
  expect(await fetchToken(request, again)).toEqual(badRefresh)
})

test('rejects the refresh token of another client', async () => {
  const request = sample()
  const { refresh_token = '' } = await expiringTokens(request)

  expect(await fetchToken(request, { grant_type: 'refresh_token', refresh_token })).toEqual(
    badRefresh,
  )
  expect(
    await fetchToken(request, { ...expiring, grant_type: 'refresh_token', refresh_token }),
  ).toHaveProperty('access_token')
})

test('rejects a refresh token after half a year', async () => {
  let time = now()
  const request = sample({ now: () => time })
  const { refresh_token = '' } = await expiringTokens(request)
  time += 15_811_200_000

  expect(
    await fetchToken(request, { ...expiring, grant_type: 'refresh_token', refresh_token }),
  ).toEqual(badRefresh)
})
