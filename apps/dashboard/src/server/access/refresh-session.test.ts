import type { RequestListener } from 'node:http'
import { Secret } from '@repo/auth-headers'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startServer } from '#server/test-support.ts'
import { needsRefresh, refreshSession } from './refresh-session.ts'
import { createSession, signInEnv } from './test-support.ts'

const now = Date.now()

function expiringSession(secondsLeft: number, refreshToken = 'ghr_first') {
  const tokenExpiresAt = Math.floor(now / 1000) + secondsLeft
  return createSession({ refresh: { token: new Secret(refreshToken), tokenExpiresAt } })
}

async function githubResponding(respond: RequestListener) {
  const bodies: string[] = []
  const { url, paths } = await startServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    bodies.push(Buffer.concat(chunks).toString())
    respond(request, response)
  })
  for (const [name, value] of Object.entries(signInEnv)) vi.stubEnv(name, value)
  vi.stubEnv('GITHUB_API_URL', url)
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  Reflect.deleteProperty(globalThis, Symbol.for('@repo/dashboard token refreshes'))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })
  return { paths, bodies }
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

test('needs a refresh a minute before the token expires, and never without an expiry', () => {
  expect(needsRefresh(createSession(), now)).toBe(false)
  expect(needsRefresh(expiringSession(3600), now)).toBe(false)
  expect(needsRefresh(expiringSession(59), now)).toBe(true)
  expect(needsRefresh(expiringSession(-1), now)).toBe(true)
})

test('refreshes once for all requests with the old cookie', async () => {
  const { paths, bodies } = await githubResponding(json(200, nextPair))
  const session = expiringSession(0)
  const results = await Promise.all(Array.from({ length: 20 }, () => refreshSession(session)))
  const late = await refreshSession(session)
  expect(paths).toEqual(['/login/oauth/access_token'])
  expect(bodies).toEqual([
    'grant_type=refresh_token&refresh_token=ghr_first&client_id=client&client_secret=client-secret',
  ])
  for (const result of [...results, late]) {
    if (result.state !== 'refreshed') throw new Error(result.state)
    const { login, token, refresh, signedInAt } = result.session
    expect(login).toBe('ann')
    expect(token.reveal()).toBe('ghu_second')
    expect(refresh?.token.reveal()).toBe('ghr_second')
    expect(refresh?.tokenExpiresAt).toBeGreaterThan(now / 1000 + 28_000)
    // A refresh does not extend the session.
    expect(signedInAt).toBe(session.signedInAt)
  }
})

test('refreshes each session separately', async () => {
  const { paths } = await githubResponding(json(200, nextPair))
  await refreshSession(expiringSession(0, 'ghr_of-ann'))
  await refreshSession(expiringSession(0, 'ghr_of-ben'))
  expect(paths).toHaveLength(2)
})

test('drops a refreshed session, with its tokens, after a minute', async () => {
  const { paths } = await githubResponding(json(200, nextPair))
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  await refreshSession(expiringSession(0))
  vi.advanceTimersByTime(59_999)
  await refreshSession(expiringSession(0))
  expect(paths).toHaveLength(1)
  vi.advanceTimersByTime(1)
  await refreshSession(expiringSession(0))
  expect(paths).toHaveLength(2)
})

test.each([
  [200, { error: 'bad_refresh_token' }, 'rejected'],
  [400, { error: 'invalid_grant' }, 'rejected'],
  [500, {}, 'unreachable'],
  [200, [], 'rejected'],
])('treats a %i with %j as %s', async (status, body, state) => {
  await githubResponding(json(status, body))
  expect(await refreshSession(expiringSession(0))).toEqual({ state })
})

test('retries a refresh that did not reach GitHub, but not a rejected one', async () => {
  let status = 500
  const { paths } = await githubResponding((request, response) =>
    json(status, { error: 'bad_refresh_token' })(request, response),
  )
  await refreshSession(expiringSession(0))
  status = 200
  expect(await refreshSession(expiringSession(0))).toEqual({ state: 'rejected' })
  expect(await refreshSession(expiringSession(0))).toEqual({ state: 'rejected' })
  expect(paths).toHaveLength(2)
})
