import { type CacheTest, default as suites } from 'http-cache-tests/tests/index.mjs'
import { expect, test } from 'vitest'
import { remainingFreshSeconds } from './freshness.ts'
import { mayStore } from './may-store.ts'

// A test that uses any other property does not depend on the headers of one response alone.
const supportedProperties = new Set([
  'setup',
  'setup_tests',
  'pause_after',
  'redirect',
  'check_body',
  'request_headers',
  'expected_request_headers',
  'response_headers',
  'response_status',
  'response_body',
  'expected_type',
  'expected_response_headers',
  'expected_response_headers_missing',
])

// The tests that expect a different decision, and why.
const deviations = new Map([
  [
    'age-parse-prefix',
    'expects the first value of "Age: 0,7200", but none of two lines; this package accepts neither',
  ],
  [
    'headers-store-Set-Cookie',
    'stores cookies with the response; this package does not store a response that sets a cookie',
  ],
])

const rows = suites
  .flatMap((suite) => suite.tests)
  .filter((row) => (row.kind ?? 'required') === 'required' && !row.browser_only)
  .filter(dependsOnHeadersOnly)

test('covers every required test that depends on the headers of one response alone', () => {
  expect(rows).toHaveLength(107)
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([...deviations.keys()]))
})

test.each(rows)('decides like the HTTP cache test $id', (row) => {
  const expected = row.requests[1]?.expected_type
  expect(decision(row)).toBe(
    deviations.has(row.id) ? (expected === 'cached' ? 'not_cached' : 'cached') : expected,
  )
})

function dependsOnHeadersOnly({ requests }: CacheTest): boolean {
  const [first, second] = requests
  if (!first || !second || requests.length > 2) return false
  if (second.expected_type !== 'cached' && second.expected_type !== 'not_cached') return false

  const hasVary = first.response_headers?.some(([name]) => name === 'Vary')
  const isSameRequest =
    JSON.stringify(first.request_headers) === JSON.stringify(second.request_headers)
  const keys = requests.flatMap((request) => Object.keys(request))
  return (
    keys.every((key) => supportedProperties.has(key)) &&
    (isSameRequest || (!hasVary && !second.request_headers))
  )
}

function decision({ requests: [first] }: CacheTest): 'cached' | 'not_cached' {
  const receivedAt = new Date('2026-11-25T12:00:00Z')
  const headers = linesByName(first?.response_headers ?? [], receivedAt)
  const isStored = mayStore({
    request: { method: 'GET', headers: linesByName(first?.request_headers ?? [], receivedAt) },
    response: { status: first?.response_status?.[0] ?? 200, headers },
  })
  // These tests pause for three seconds.
  const elapsed = first?.pause_after ? 3 : 0
  return isStored && remainingFreshSeconds(headers, { receivedAt }) > elapsed
    ? 'cached'
    : 'not_cached'
}

// A number stands for a date, in seconds from now.
function linesByName(
  pairs: [name: string, value: string | number, checked?: boolean][],
  now: Date,
): Record<string, string[]> {
  const lines: Record<string, string[]> = {}
  for (const [name, value] of pairs) {
    const line =
      typeof value === 'string' ? value : new Date(now.getTime() + value * 1000).toUTCString()
    lines[name] = [...(lines[name] ?? []), line]
  }
  return lines
}
