import { expect, test } from 'vitest'
import { GitHubError, type GitHubErrorKind } from '../http/github-error.ts'
import { createPanel } from './panel.ts'

const asOf = '2026-06-01T12:00:00.000Z'
const until = '2026-06-01T12:10:00.000Z'

function panels() {
  const degraded = { times: 0 }
  const panel = createPanel(() => {
    degraded.times++
  })
  return { panel, degraded }
}

test('contains the data of a read, and when GitHub confirmed it', async () => {
  const { panel, degraded } = panels()
  expect(await panel(Promise.resolve({ data: [1, 2], asOf }))).toEqual({
    state: 'ready',
    data: [1, 2],
    asOf,
  })
  expect(degraded.times).toBe(0)
})

test('formats the data for the page', async () => {
  const { panel } = panels()
  const read = Promise.resolve({ data: [1, 2], asOf })
  expect(await panel(read, (numbers) => numbers.length)).toEqual({ state: 'ready', data: 2, asOf })
})

test.each([
  [{ stale: 'revalidating' }, { reason: 'revalidating' }],
  [{ stale: 'upstream-error' }, { reason: 'upstream-error' }],
  [
    { stale: 'upstream-error', until },
    { reason: 'upstream-error', until },
  ],
] as const)('contains stale data with the reason, and is degraded: %o', async (age, why) => {
  const { panel, degraded } = panels()
  const read = Promise.resolve({ data: [1, 2], asOf, ...age })
  expect(await panel(read, (numbers) => numbers.length)).toEqual({
    state: 'stale',
    data: 2,
    asOf,
    ...why,
  })
  expect(degraded.times).toBe(1)
})

test('contains nothing of a read but its data and its time', async () => {
  const { panel } = panels()
  const read = Promise.resolve({ data: 1, asOf, pages: { next: 2 } })
  expect(await panel(read)).toEqual({ state: 'ready', data: 1, asOf })
})

test('names the organizations that a partial list leaves out', async () => {
  const { panel } = panels()
  const partial = { partial: true as const, ssoOrganizations: ['21955855'] }
  expect(await panel(Promise.resolve({ data: 1, asOf, ...partial }))).toEqual({
    state: 'partial',
    data: 1,
    asOf,
    ssoOrganizations: ['21955855'],
  })
  const stale = 'upstream-error' as const
  expect(await panel(Promise.resolve({ data: 1, asOf, stale, ...partial }))).toEqual({
    state: 'stale',
    reason: 'upstream-error',
    data: 1,
    asOf,
    ...partial,
  })
})

test.each<[GitHubErrorKind, object]>([
  ['computing', { state: 'computing' }],
  ['unsearchable', { state: 'unsearchable' }],
  ['rate-limited', { state: 'rate-limited', until }],
  ['unreachable', { state: 'unavailable' }],
  ['malformed', { state: 'unreadable' }],
])('stands for the error "%s", and is degraded', async (kind, state) => {
  const { panel, degraded } = panels()
  const error = new GitHubError(kind, { path: '/', ...(kind === 'rate-limited' && { until }) })
  expect(await panel(Promise.reject(error))).toEqual(state)
  expect(degraded.times).toBe(1)
})

test.each<GitHubErrorKind>([
  'forbidden',
  'not-found',
  'blocked',
  'gone',
  'invalid-request',
  'unauthorized',
])('shows the error "%s" as forbidden, which is final', async (kind) => {
  const { panel, degraded } = panels()
  const error = new GitHubError(kind, { path: '/' })
  expect(await panel(Promise.reject(error))).toEqual({ state: 'forbidden' })
  expect(degraded.times).toBe(0)
})

test('states the restriction of the token', async () => {
  const error = new GitHubError('forbidden', { path: '/', restriction: 'ip-address' })
  expect(await panels().panel(Promise.reject(error))).toEqual({
    state: 'forbidden',
    restriction: 'ip-address',
  })
})

test('shows that a token is needed, which is final', async () => {
  const { panel, degraded } = panels()
  const error = new GitHubError('needs-token', { path: '/' })
  expect(await panel(Promise.reject(error))).toEqual({ state: 'needs-token' })
  expect(degraded.times).toBe(0)
})

test('rethrows an error that is not a GitHubError', async () => {
  const { panel, degraded } = panels()
  await expect(panel(Promise.reject(new TypeError('a bug')))).rejects.toThrow(
    new TypeError('a bug'),
  )
  expect(degraded.times).toBe(0)
})

test('rethrows an error of the format function', async () => {
  const { panel } = panels()
  const broken = () => {
    throw new TypeError('a bug')
  }
  await expect(panel(Promise.resolve({ data: 1, asOf }), broken)).rejects.toThrow('a bug')
})

test('shows partial data, which is final', async () => {
  const { panel, degraded } = panels()
  const read = Promise.resolve({ data: [1], asOf, partial: true as const })
  expect(await panel(read)).toEqual({ state: 'partial', data: [1], asOf })
  expect(degraded.times).toBe(0)
})

test('shows stale data as partial too', async () => {
  const { panel, degraded } = panels()
  const old = Promise.resolve({
    data: [1],
    asOf,
    partial: true as const,
    stale: 'upstream-error' as const,
  })
  expect(await panel(old)).toEqual({
    state: 'stale',
    reason: 'upstream-error',
    data: [1],
    asOf,
    partial: true,
  })
  expect(degraded.times).toBe(1)
})
