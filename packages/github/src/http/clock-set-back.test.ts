import { expect, test } from 'vitest'
import { stoppedClock } from '../test-support/world.ts'
import { createCircuitBreaker, MIN_FAILING_RESOURCES } from './circuit-breaker.ts'
import { GitHubError } from './github-error.ts'
import { createRateLimit } from './rate-limit.ts'
import { createServerToken } from './server-token.ts'

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()
// Less than any wait may last: a cap alone would keep the wait.
const SET_BACK_SECONDS = -30

test('a clock that is set back ends the wait for a rate limit', () => {
  const { now, advance } = stoppedClock()
  const rateLimit = createRateLimit(now)
  rateLimit.wait('core', iso(now() + 60_000))
  expect(rateLimit.limitedUntil('core')).toBe(iso(now() + 60_000))

  advance(SET_BACK_SECONDS)
  expect(rateLimit.limitedUntil('core')).toBeUndefined()
  rateLimit.wait('core', iso(now() + 5000))
  expect(rateLimit.limitedUntil('core')).toBe(iso(now() + 5000))
})

test('a clock that is set back ends the reserve of the quota', () => {
  const { now, advance } = stoppedClock()
  const rateLimit = createRateLimit(now)
  const resetsAt = now() + 60_000
  rateLimit.record('core', {
    'x-ratelimit-limit': 5000,
    'x-ratelimit-remaining': 1,
    'x-ratelimit-reset': resetsAt / 1000,
    'x-ratelimit-resource': 'core',
  })
  expect(rateLimit.reservedUntil('core')).toBe(iso(resetsAt))

  advance(SET_BACK_SECONDS)
  expect(rateLimit.reservedUntil('core')).toBeUndefined()
})

test('a clock that is set back ends the cooldown of the server’s token', () => {
  const { now, advance } = stoppedClock()
  const serverToken = createServerToken('ghp_server', now)
  const request = { route: 'GET /users/{username}', params: { username: 'acme' } } as const
  serverToken.withholdFromAll(60_000)
  serverToken.withholdFromOwner(request, 60_000)
  expect(serverToken.isRejected()).toBe(true)
  expect(serverToken.tokenFor(request)).toBeUndefined()

  advance(SET_BACK_SECONDS)
  expect(serverToken.isRejected()).toBe(false)
  expect(serverToken.tokenFor(request)).toBe('ghp_server')
})

test('a clock that is set back makes a probe due', async () => {
  const { now, advance } = stoppedClock()
  const circuit = createCircuitBreaker(now)
  const fail = () => Promise.reject(new GitHubError('unreachable', { path: '/' }))
  const ignore = () => {}
  for (let count = 0; count < MIN_FAILING_RESOURCES; count++) {
    await circuit.track(`/repos/acme/${count}`, fail, ignore).catch(ignore)
  }
  await circuit.probe('/', fail).catch(ignore)
  expect(circuit.canRequest()).toBe(false)

  advance(-1)
  expect(circuit.canRequest()).toBe(true)
})
