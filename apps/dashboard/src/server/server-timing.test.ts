import type { GitHubCall } from '@repo/github'
import { expect, test } from 'vitest'
import { formatServerTiming, requestTimings } from './server-timing.ts'

const rendered = new Date('2026-06-01T12:00:00Z')
const frame = 'cache;desc="Not cached", rendered;desc="2026-06-01T12:00:00.000Z"'

function timed(calls: readonly GitHubCall[], cacheControl: string): string {
  return formatServerTiming(requestTimings(calls, { cacheControl }, rendered))
}

function call(path: string): GitHubCall {
  return { path, status: 200, startedAt: 1000, durationMs: 12, sample: false }
}

/** The metrics of a value, or an error where a browser would find none (RFC 9110 §5.6). */
function parsed(value: string): { name: string; desc: string }[] {
  const metric = /^([!#$%&'*+.^_`|~\w-]+)(?:;dur=[\d.]+)?;desc="((?:[^"\\]|\\.)*)"(?:, |$)/
  const metrics = []
  for (let rest = value; rest !== ''; ) {
    const [whole, name, desc] = metric.exec(rest) ?? []
    if (!whole || !name || desc === undefined) throw new Error(`No metric: ${rest}`)
    metrics.push({ name, desc: desc.replace(/\\(.)/g, '$1') })
    rest = rest.slice(whole.length)
  }
  return metrics
}

test('reports the cache policy in words, and when the page was rendered', () => {
  expect(timed([], 'public, s-maxage=60, stale-while-revalidate=600')).toBe(
    'cache;desc="Public: fresh for 1 min, then stale for 10 min while revalidating", ' +
      'cache-control;desc="public, s-maxage=60, stale-while-revalidate=600", ' +
      'rendered;desc="2026-06-01T12:00:00.000Z"',
  )
})

test('reports the cache headers verbatim', () => {
  const sent = {
    cacheControl: 'public, s-maxage=5',
    cdnCacheControl: 'max-age=5',
    pagePolicy: 'public, s-maxage=60',
  }
  expect(parsed(formatServerTiming(requestTimings([], sent, rendered))).slice(1, 4)).toEqual([
    { name: 'cache-control', desc: 'public, s-maxage=5' },
    { name: 'cdn-cache-control', desc: 'max-age=5' },
    { name: 'page-cache-control', desc: 'public, s-maxage=60' },
  ])
})

test('reports each call to GitHub in order', () => {
  const calls = [call('/repos/acme/rocket'), { ...call('/users/acme'), status: undefined }]
  expect(timed(calls, '')).toBe(
    'github;dur=12;desc="200 /repos/acme/rocket +0", ' +
      `github;dur=12;desc="no response /users/acme +0", ${frame}`,
  )
})

test('reports the cache result of a call or the kind of its error, and its start after the first', () => {
  const calls = [
    { ...call('/a'), cacheStatus: 'hit' as const },
    { ...call('/b'), startedAt: 1030, status: 503, errorKind: 'unreachable' as const },
  ]
  expect(parsed(timed(calls, '')).slice(0, 2)).toEqual([
    { name: 'github', desc: '200 hit /a +0' },
    { name: 'github', desc: '503 unreachable /b +30' },
  ])
})

test('reports at most twenty calls', () => {
  const calls = Array.from({ length: 30 }, (_, index) => call(`/${index}`))
  const metrics = parsed(timed(calls, ''))
  expect(metrics).toHaveLength(22)
  expect(metrics[19]).toEqual({ name: 'github', desc: '200 /19 +0' })
})

test.each([10, 70, 71, 72, 300, 1834, 1835, 1836, 1837, 1838, 1839, 1840, 5000])(
  'stays within 2 kB for paths of %i characters',
  (length) => {
    const value = timed(Array(20).fill(call('/'.repeat(length))), '')
    expect(value.length).toBeLessThanOrEqual(2000)
    expect(value.endsWith(frame)).toBe(true)
    expect(parsed(value).at(-1)).toEqual({ name: 'rendered', desc: '2026-06-01T12:00:00.000Z' })
  },
)

test.each([
  ['a"b', 'a"b'],
  ['a\\', 'a\\'],
  ['\\"', '\\"'],
  ['", evil;desc="x', '", evil;desc="x'],
  ['a\r\nSet-Cookie: a=b', 'a??Set-Cookie: a=b'],
  ['é\u0000\u007f\t', '????'],
  ['🚀', '??'],
])('quotes the hostile path %j', (path, shown) => {
  const value = timed([call(path)], '", evil;desc="')
  expect(value).toMatch(/^[\x20-\x7e]*$/)
  expect(parsed(value)).toEqual([
    { name: 'github', desc: `200 ${shown} +0` },
    { name: 'cache', desc: 'Not cached' },
    { name: 'cache-control', desc: '", evil;desc="' },
    { name: 'rendered', desc: '2026-06-01T12:00:00.000Z' },
  ])
})

test.each([
  [404, 'not-found'],
  [403, 'forbidden'],
  [500, 'unreachable'],
  [429, 'rate-limited'],
] as const)('hides calls below a repository that is a %i', (status, errorKind) => {
  const missing = { ...call('/repos/acme/Secret'), status, errorKind }
  const calls = [
    call('/repos/acme/secret/languages'),
    missing,
    call('/search/issues?q=repo%3Aacme%2Fsecret%20is%3Aissue&page=1'),
    call('/repos/acme/secrets/languages'),
    { ...call('/repos/acme/rocket/readme'), status: 404, errorKind: 'not-found' as const },
    call('/repos/acme/rocket/languages'),
  ]
  expect(
    requestTimings(calls, { cacheControl: '' }, rendered)
      .filter(({ name }) => name === 'github')
      .map(({ description }) => description),
  ).toEqual([
    `${status} ${errorKind} /repos/acme/Secret +0`,
    '200 /repos/acme/secrets/languages +0',
    '404 not-found /repos/acme/rocket/readme +0',
    '200 /repos/acme/rocket/languages +0',
  ])
})
