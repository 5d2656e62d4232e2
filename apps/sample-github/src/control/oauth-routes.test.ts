import { expect, test } from 'vitest'
import { expiring, expiringTokens, fetchToken, loginOf, signIn } from '../oauth-test-support.ts'
import { sample } from '../test-support.ts'

function post(body: unknown) {
  const headers = { 'content-type': 'application/json' }
  return { method: 'POST', headers, body: JSON.stringify(body) }
}

test('lists what applications were given', async () => {
  const ask = sample()
  const { access_token } = await signIn(ask)
  const pair = await expiringTokens(ask, 'dov')
  await ask('/_control/oauth/expire', post({ token: pair.access_token }))
  const anns = {
    login: 'ann',
    clientId: 'sample-client',
    scope: 'repo,read:user',
    accessToken: access_token,
    refreshToken: null,
    expired: false,
  }
  const dovs = {
    login: 'dov',
    clientId: 'sample-expiring-client',
    scope: '',
    accessToken: pair.access_token,
    refreshToken: pair.refresh_token,
    expired: true,
  }

  expect(await (await ask('/_control/oauth/grants')).json()).toEqual([anns, dovs])
  expect(await (await ask('/_control/oauth/grants?login=dov')).json()).toEqual([dovs])
})

test('ends one token, a fixed one too', async () => {
  const ask = sample()
  const { access_token } = await signIn(ask)

  for (const token of [access_token, 'sample-token-ann']) {
    expect(await (await ask('/_control/oauth/revoke', post({ token }))).json()).toEqual({
      revoked: 1,
    })
    expect(await loginOf(ask, token)).toBe(401)
  }
  expect(await (await ask('/_control/oauth/revoke', post({ token: 'gho_x' }))).json()).toEqual({
    revoked: 0,
  })
})

test('ends what applications were given for a login, and not the fixed token', async () => {
  const ask = sample()
  const [one, bens] = [await signIn(ask), await signIn(ask, 'ben')]

  expect(await (await ask('/_control/oauth/revoke', post({ login: 'ann' }))).json()).toEqual({
    revoked: 1,
  })
  expect(await loginOf(ask, one.access_token)).toBe(401)
  expect(await loginOf(ask, bens.access_token)).toBe('ben')
  expect(await loginOf(ask, 'sample-token-ann')).toBe('ann')
})

test('lets a token expire, and its refresh token stays good', async () => {
  const ask = sample()
  const { access_token, refresh_token = '' } = await expiringTokens(ask, 'eve')

  expect(await (await ask('/_control/oauth/expire', post({ login: 'eve' }))).json()).toEqual({
    expired: 1,
  })
  expect(await loginOf(ask, access_token)).toBe(401)
  const renewed = await fetchToken(ask, {
    ...expiring,
    grant_type: 'refresh_token',
    refresh_token,
  })
  expect(await loginOf(ask, renewed.access_token)).toBe('eve')
})

test('says how long the next tokens are good', async () => {
  const ask = sample()
  const set = await ask('/_control/oauth/lifetime', post({ seconds: 0 }))
  const tokens = await expiringTokens(ask)

  expect(await set.json()).toEqual({ seconds: 0 })
  expect(tokens.expires_in).toBe(0)
  expect(await loginOf(ask, tokens.access_token)).toBe(401)
})

test('forgets everything on reset, and knows the fixed tokens again', async () => {
  const ask = sample()
  const { access_token } = await signIn(ask)
  await ask('/_control/oauth/revoke', post({ token: 'sample-token-ann' }))
  await ask('/_control/oauth/lifetime', post({ seconds: 0 }))
  await ask('/_control/reset', { method: 'POST' })

  expect(await (await ask('/_control/oauth/grants')).json()).toEqual([])
  expect(await loginOf(ask, access_token)).toBe(401)
  expect(await loginOf(ask, 'sample-token-ann')).toBe('ann')
  expect((await expiringTokens(ask)).expires_in).toBe(28_800)
})

test.each([
  ['revoke', {}, 'token or login must say which tokens are meant'],
  ['expire', { token: 5 }, 'token or login must say which tokens are meant'],
  ['lifetime', {}, 'seconds must be a whole number from 0 to 31536000'],
  ['lifetime', { seconds: -1 }, 'seconds must be a whole number from 0 to 31536000'],
])('refuses bad input at %s: %o', async (name, body, message) => {
  const response = await sample()(`/_control/oauth/${name}`, post(body))

  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ message })
})
