import type { RequestListener } from 'node:http'
import { Secret } from '@repo/auth-headers'
import { expect, onTestFinished, test, vi } from 'vitest'
import { serverAnswering } from '#server/test-support.ts'
import { needsRefresh, refreshSession } from './refresh-session.ts'
import { createSession, signInEnv } from './test-support.ts'

const now = Date.now()

function expiringSession(secondsLeft: number, refreshToken = 'ghr_first') {
  const tokenEndsAt = Math.floor(now / 1000) + secondsLeft
  return createSession({ renewal: { token: new Secret(refreshToken), tokenEndsAt } })
}

async function githubAnswering(answer: RequestListener) {
  const bodies: string[] = []
  const { url, asked } = await serverAnswering(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    bodies.push(Buffer.concat(chunks).toString())
    answer(request, response)
  })
  for (const [name, value] of Object.entries(signInEnv)) vi.stubEnv(name, value)
  vi.stubEnv('GITHUB_API_URL', url)
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  Reflect.deleteProperty(globalThis, Symbol.for('@repo/dashboard renewals'))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })
  return { asked, bodies }
}

function json(status: number, body: object): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
}

const nextPair = {
  access_token: 'ghu_second',
  refresh_token: 'ghr_second',
  expires_in: 28_800,
  token_type: 'bearer',
}

test('is due a minute before the token ends, and never for one that does not end', () => {
  expect(needsRefresh(createSession(), now)).toBe(false)
  expect(needsRefresh(expiringSession(3600), now)).toBe(false)
  expect(needsRefresh(expiringSession(59), now)).toBe(true)
  expect(needsRefresh(expiringSession(-1), now)).toBe(true)
})

test('asks GitHub once, however many requests come with the old cookie', async () => {
  const { asked, bodies } = await githubAnswering(json(200, nextPair))
  const session = expiringSession(0)
  const renewals = await Promise.all(Array.from({ length: 20 }, () => refreshSession(session)))
  const late = await refreshSession(session)
  expect(asked).toEqual(['/login/oauth/access_token'])
  expect(bodies).toEqual(['grant_type=refresh_token&refresh_token=ghr_first'])
  for (const renewed of [...renewals, late]) {
    if (renewed.state !== 'renewed') throw new Error(renewed.state)
    const { login, token, renewal, signedInAt } = renewed.session
    expect(login).toBe('ann')
    expect(token.reveal()).toBe('ghu_second')
    expect(renewal?.token.reveal()).toBe('ghr_second')
    expect(renewal?.tokenEndsAt).toBeGreaterThan(now / 1000 + 28_000)
    // The session itself ends eight hours after the sign-in all the same.
    expect(signedInAt).toBe(session.signedInAt)
  }
})

test('asks for another session by itself', async () => {
  const { asked } = await githubAnswering(json(200, nextPair))
  await refreshSession(expiringSession(0, 'ghr_of-ann'))
  await refreshSession(expiringSession(0, 'ghr_of-ben'))
  expect(asked).toHaveLength(2)
})

test('forgets a renewal, and the tokens with it, after a minute', async () => {
  const { asked } = await githubAnswering(json(200, nextPair))
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  await refreshSession(expiringSession(0))
  vi.advanceTimersByTime(59_999)
  await refreshSession(expiringSession(0))
  expect(asked).toHaveLength(1)
  vi.advanceTimersByTime(1)
  await refreshSession(expiringSession(0))
  expect(asked).toHaveLength(2)
})

test.each([
  [200, { error: 'bad_refresh_token' }, 'refused'],
  [400, { error: 'invalid_grant' }, 'refused'],
  [500, {}, 'unreachable'],
  [200, [], 'refused'],
])('takes %i with %j for %s', async (status, body, state) => {
  await githubAnswering(json(status, body))
  expect(await refreshSession(expiringSession(0))).toEqual({ state })
})

test('asks again for what did not reach GitHub, and not for what it refused', async () => {
  let status = 500
  const { asked } = await githubAnswering((request, response) =>
    json(status, { error: 'bad_refresh_token' })(request, response),
  )
  await refreshSession(expiringSession(0))
  status = 200
  expect(await refreshSession(expiringSession(0))).toEqual({ state: 'refused' })
  expect(await refreshSession(expiringSession(0))).toEqual({ state: 'refused' })
  expect(asked).toHaveLength(2)
})
