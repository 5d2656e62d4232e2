import { expect, test } from 'vitest'
import { GitHubError, type GitHubErrorKind } from '../http/github-error.ts'
import { createPanel } from './panel.ts'

const asOf = '2026-06-01T12:00:00.000Z'
const until = '2026-06-01T12:10:00.000Z'

function panels() {
  const told = { times: 0 }
  const panel = createPanel(() => {
    told.times++
  })
  return { panel, told }
}

test('holds the data of a read, and when GitHub gave it', async () => {
  const { panel, told } = panels()
  expect(await panel(Promise.resolve({ data: [1, 2], asOf }))).toEqual({
    state: 'ready',
    data: [1, 2],
    asOf,
  })
  expect(told.times).toBe(0)
})

test('holds the data in the form that a page shows', async () => {
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
] as const)('holds old data and why it is old, and tells of it: %o', async (age, why) => {
  const { panel, told } = panels()
  const read = Promise.resolve({ data: [1, 2], asOf, ...age })
  expect(await panel(read, (numbers) => numbers.length)).toEqual({
    state: 'stale',
    data: 2,
    asOf,
    ...why,
  })
  expect(told.times).toBe(1)
})

test('holds nothing of a read but its data and its time', async () => {
  const { panel } = panels()
  const read = Promise.resolve({ data: 1, asOf, pages: { next: 2 } })
  expect(await panel(read)).toEqual({ state: 'ready', data: 1, asOf })
})

test.each<[GitHubErrorKind, object]>([
  ['computing', { state: 'computing' }],
  ['rate-limited', { state: 'rate-limited', until }],
  ['unreachable', { state: 'unavailable' }],
  ['malformed', { state: 'unavailable' }],
])('stands for a read that is "%s", and tells that it is not ready', async (kind, state) => {
  const { panel, told } = panels()
  const error = new GitHubError(kind, { path: '/', ...(kind === 'rate-limited' && { until }) })
  expect(await panel(Promise.reject(error))).toEqual(state)
  expect(told.times).toBe(1)
})

test.each<GitHubErrorKind>([
  'forbidden',
  'not-found',
  'blocked',
  'gone',
  'invalid-request',
  'unauthorized',
])('stands for a read that is "%s" as forbidden, which a moment does not change', async (kind) => {
  const { panel, told } = panels()
  const error = new GitHubError(kind, { path: '/' })
  expect(await panel(Promise.reject(error))).toEqual({ state: 'forbidden' })
  expect(told.times).toBe(0)
})

test('stands for a read that needs a token, which a moment does not change', async () => {
  const { panel, told } = panels()
  const error = new GitHubError('needs-token', { path: '/' })
  expect(await panel(Promise.reject(error))).toEqual({ state: 'needs-token' })
  expect(told.times).toBe(0)
})

test('lets pass an error that is not of GitHub', async () => {
  const { panel, told } = panels()
  await expect(panel(Promise.reject(new TypeError('a bug')))).rejects.toThrow(
    new TypeError('a bug'),
  )
  expect(told.times).toBe(0)
})

test('lets pass an error of the function that gives the data its form', async () => {
  const { panel } = panels()
  const broken = () => {
    throw new TypeError('a bug')
  }
  await expect(panel(Promise.resolve({ data: 1, asOf }), broken)).rejects.toThrow('a bug')
})

test('stands for a part of what there is, which is no failure', async () => {
  const { panel, told } = panels()
  const read = Promise.resolve({ data: [1], asOf, partial: true as const })
  expect(await panel(read)).toEqual({ state: 'partial', data: [1], asOf })
  expect(told.times).toBe(0)
})

test('knows of old data too that it is a part', async () => {
  const { panel, told } = panels()
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
  expect(told.times).toBe(1)
})
