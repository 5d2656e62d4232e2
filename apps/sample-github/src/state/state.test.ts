import { expect, test } from 'vitest'
import { createState, isBelow, type QuotaClient } from './state.ts'

const nobody: QuotaClient = { identity: 'none', kind: 'token' }
const noon = Date.UTC(2026, 10, 18, 12)

test.each([
  ['/repos/a/b', '/repos/a/b', true],
  ['/repos/a/b/issues', '/repos/a/b', true],
  ['/repos/A/B', '/repos/a/b', true],
  ['/repos/a/b', '/repos/a/b/', true],
  ['/repos/a/bc', '/repos/a/b', false],
  ['/repos/a', '/repos/a/b', false],
  ['/anything', '/', true],
])('%s below %s: %s', (path, prefix, expected) => {
  expect(isBelow(path, prefix)).toBe(expected)
})

test('applies the rule with the longest prefix', () => {
  const state = createState(() => noon)
  state.setFault('/repos/a', 'status-500')
  state.setFault('/repos/a/b', 'status-404')
  state.setDelay('/', 10)
  state.setDelay('/repos/a', 20)

  expect(state.faultFor(['/repos/a/b/issues'])?.value).toBe('status-404')
  expect(state.faultFor(['/repos/a/c'])?.value).toBe('status-500')
  expect(state.faultFor(['/users/a'])).toBeUndefined()
  expect(state.delayFor(['/repos/a/b'])).toBe(20)
  expect(state.delayFor(['/users/a'])).toBe(10)
})

test('begins a new rate-limit window after an hour', () => {
  let time = noon
  const state = createState(() => time)
  state.quotaOf(nobody, 'core').used++
  const first = { ...state.quotaOf(nobody, 'core') }
  time += 3_600_000

  expect(first).toEqual({ limit: 5_000, used: 1, resetAt: noon / 1000 + 3_600 })
  expect(state.quotaOf(nobody, 'core')).toEqual({
    limit: 5_000,
    used: 0,
    resetAt: noon / 1000 + 7_200,
  })
})

test('begins a new rate-limit window when little is left', () => {
  const state = createState(() => noon)
  state.quotaOf(nobody, 'core').used = 4_500

  expect(state.quotaOf(nobody, 'core').used).toBe(0)
})

test('keeps the window without a token, however little is left', () => {
  const state = createState(() => noon)
  const anonymous: QuotaClient = { identity: 'none', kind: 'anonymous' }
  state.quotaOf(anonymous, 'core').used = 60

  expect(state.quotaOf(anonymous, 'core')).toEqual({
    limit: 60,
    used: 60,
    resetAt: noon / 1000 + 3_600,
  })
})

test('counts each identity, kind of token and resource separately', () => {
  const state = createState(() => noon)
  const ann: QuotaClient = { identity: 'ann', kind: 'token' }
  state.quotaOf(ann, 'core').used = 3

  expect(state.quotaOf(ann, 'core').used).toBe(3)
  expect(state.quotaOf(ann, 'search').used).toBe(0)
  expect(state.quotaOf({ ...ann, identity: 'ben' }, 'core').used).toBe(0)
  expect(state.quotaOf({ ...ann, kind: 'app' }, 'core')).toEqual({
    limit: 15_000,
    used: 0,
    resetAt: noon / 1000 + 3_600,
  })
})

test('records the latest thousand unknown requests', () => {
  const state = createState(() => noon)
  for (let index = 0; index < 1_001; index++) {
    state.recordUnknown({ method: 'GET', path: `/${index}` })
  }

  expect(state.unknownRequests()).toHaveLength(1_000)
  expect(state.unknownRequests()[0]).toEqual({ method: 'GET', path: '/1' })
})
