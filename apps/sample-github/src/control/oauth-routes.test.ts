import { expect, test } from 'vitest'
import { expiring, expiringTokens, fetchToken, loginOf, signIn } from '../oauth-test-support.ts'
import { sample } from '../test-support.ts'

function post(body: unknown) {
  const headers = { 'content-type': 'application/json' }
  return { method: 'POST', headers, body: JSON.stringify(body) }
}

test('lists the grants of applications', async () => {
  const request = sample()
  const { access_token } = await signIn(request)
  const pair = await expiringTokens(request, 'dov')
  await request('/_control/oauth/expire', post({ token: pair.access_token }))
  const annGrant = {
    login: 'ann',
    clientId: 'sample-client',
    scope: 'repo,read:user',
    accessToken: access_token,
    refreshToken: null,
    expired: false,
  }
  const dovGrant = {
    login: 'dov',
    clientId: 'sample-expiring-client',
    scope: '',
    accessToken: pair.access_token,
    refreshToken: pair.refresh_token,
    expired: true,
  }

  expect(await (await request('/_control/oauth/grants')).json()).toEqual([annGrant, dovGrant])
  expect(await (await request('/_control/oauth/grants?login=dov')).json()).toEqual([dovGrant])
})

test('revokes a token, also a fixed token', async () => {
  const request = sample()
  const { access_token } = await signIn(request)

  for (const token of [access_token, 'sample-token-ann']) {
    expect(await (await request('/_control/oauth/revoke', post({ token }))).json()).toEqual({
      revoked: 1,
    })
    expect(await loginOf(request, token)).toBe(401)
  }
  expect(await (await request('/_control/oauth/revoke', post({ token: 'gho_x' }))).json()).toEqual({
    revoked: 0,
  })
})

test('revokes the application tokens of a login, not its fixed token', async () => {
  const request = sample()
  const [annTokens, benTokens] = [await signIn(request), await signIn(request, 'ben')]

  expect(await (await request('/_control/oauth/revoke', post({ login: 'ann' }))).json()).toEqual({
    revoked: 1,
  })
  expect(await loginOf(request, annTokens.access_token)).toBe(401)
  expect(await loginOf(request, benTokens.access_token)).toBe('ben')
  expect(await loginOf(request, 'sample-token-ann')).toBe('ann')
})

test('expires a token, and its refresh token stays valid', async () => {
  const request = sample()
  const { access_token, refresh_token = '' } = await expiringTokens(request, 'eve')

  expect(await (await request('/_control/oauth/expire', post({ login: 'eve' }))).json()).toEqual({
    expired: 1,
  })
  expect(await loginOf(request, access_token)).toBe(401)
  const refreshed = await fetchToken(request, {
    ...expiring,
    grant_type: 'refresh_token',
    refresh_token,
  })
  expect(await loginOf(request, refreshed.access_token)).toBe('eve')
})

test('sets the lifetime of the next tokens', async () => {
  const request = sample()
  const set = await request('/_control/oauth/lifetime', post({ seconds: 0 }))
  const tokens = await expiringTokens(request)

  expect(await set.json()).toEqual({ seconds: 0 })
  expect(tokens.expires_in).toBe(0)
  expect(await loginOf(request, tokens.access_token)).toBe(401)
})

test('resets all grants and restores the fixed tokens', async () => {
  const request = sample()
  const { access_token } = await signIn(request)
  await request('/_control/oauth/revoke', post({ token: 'sample-token-ann' }))
  await request('/_control/oauth/lifetime', post({ seconds: 0 }))
  await request('/_control/reset', { method: 'POST' })

  expect(await (await request('/_control/oauth/grants')).json()).toEqual([])
  expect(await loginOf(request, access_token)).toBe(401)
  expect(await loginOf(request, 'sample-token-ann')).toBe('ann')
  expect((await expiringTokens(request)).expires_in).toBe(28_800)
})

test.each([
  ['revoke', {}, 'token or login must select the tokens'],
  ['expire', { token: 5 }, 'token or login must select the tokens'],
  ['lifetime', {}, 'seconds must be a whole number from 0 to 31536000'],
  ['lifetime', { seconds: -1 }, 'seconds must be a whole number from 0 to 31536000'],
])('rejects invalid input at %s: %o', async (name, body, message) => {
  const response = await sample()(`/_control/oauth/${name}`, post(body))

  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ message })
})
