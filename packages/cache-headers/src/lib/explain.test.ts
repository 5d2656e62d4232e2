import { expect, test } from 'vitest'
import { cacheHeaders } from './cache-headers.ts'
import { describePolicy, type Explanation, explain } from './explain.ts'
import type { HeaderValues } from './header-values.ts'

test('explains the header from the Next.js docs: 10 s fresh, then stale until 69 s, but not in every cache', () => {
  const headers = { 'Cache-Control': 'public, s-maxage=10, stale-while-revalidate=59' }
  const policy = {
    scope: 'public',
    sMaxAge: 10,
    staleWhileRevalidate: 59,
    inBrowser: 'unset',
  } as const
  const to69: Explanation['timeline'] = [
    { state: 'fresh', from: 0, to: 10 },
    { state: 'stale-while-revalidate', from: 10, to: 69 },
    { state: 'expired', from: 69, to: null },
  ]
  const until69 = [
    '0–10 s: served from cache.',
    '10–69 s: served stale, revalidated in the background.',
    'After 69 s: revalidated before it responds.',
  ]
  const despite = 'Serves stale although s-maxage forbids it (RFC 9111 §4.2.4).'

  expect(explain(policy)).toEqual(explain(headers))
  expect(explain(headers)).toEqual([
    {
      cache: 'browser',
      sentences: [
        '0–59 s: served stale, revalidated in the background.',
        'After 59 s: revalidated before it responds.',
        'Browsers ignore s-maxage.',
        'Chromium serves stale data on client-side navigations: a second visit shows the old page.',
      ],
      timeline: [
        { state: 'stale-while-revalidate', from: 0, to: 59 },
        { state: 'expired', from: 59, to: null },
      ],
    },
    { cache: 'nginx', sentences: [...until69, despite], timeline: to69 },
    { cache: 'Varnish', sentences: [...until69, despite], timeline: to69 },
    {
      cache: 'Vercel',
      sentences: [
        ...until69,
        'Removes s-maxage and stale-while-revalidate: the browser receives "public, max-age=0, must-revalidate".',
      ],
      timeline: to69,
    },
    {
      cache: 'Cloudflare',
      sentences: [
        '0–10 s: served from cache.',
        'After 10 s: revalidated before it responds.',
        'Applies only where a cache rule makes the URL eligible: by default, Cloudflare stores no HTML and no JSON.',
        's-maxage forbids stale responses.',
      ],
      timeline: [
        { state: 'fresh', from: 0, to: 10 },
        { state: 'expired', from: 10, to: null },
      ],
    },
  ])
})

// Timelines are written as "state from–to".
const rows: { headers: HeaderValues; timelines: Record<Explanation['cache'], string> }[] = [
  {
    headers: cacheHeaders({
      scope: 'public',
      sMaxAge: 60,
      staleWhileRevalidate: 600,
      staleIfError: 86_400,
    }),
    timelines: {
      browser: 'expired 0',
      nginx: 'fresh 0–60, stale-while-revalidate 60–660, stale-if-error 660–86460, expired 86460',
      Varnish: 'fresh 0–60, stale-while-revalidate 60–660, stale-if-error 660–86460, expired 86460',
      Vercel: 'fresh 0–60, stale-while-revalidate 60–660, expired 660',
      Cloudflare:
        'fresh 0–60, stale-while-revalidate 60–660, stale-if-error 660–86460, expired 86460',
    },
  },
  { headers: cacheHeaders({ scope: 'private' }), timelines: everywhere('not stored') },
  // stale-if-error shorter than stale-while-revalidate adds nothing.
  {
    headers: { 'cache-control': 'max-age=1, stale-while-revalidate=60, stale-if-error=30' },
    timelines: {
      ...everywhere('fresh 0–1, stale-while-revalidate 1–61, expired 61'),
      Vercel: 'not stored',
    },
  },
  { headers: { 'cache-control': 'max-age="60"' }, timelines: everywhere('not stored') },
  {
    headers: { 'cache-control': ['max-age=60', 'max-age=30'] },
    timelines: everywhere('not stored'),
  },
  {
    headers: { 'cache-control': 'MAX-AGE=60, max-age=60' },
    timelines: { ...everywhere('fresh 0–60, expired 60'), Vercel: 'not stored' },
  },
  {
    headers: { 'cache-control': 'private, s-maxage=60' },
    timelines: { ...everywhere('not stored'), browser: 'expired 0' },
  },
  {
    headers: { 'cache-control': 'private, max-age=60' },
    timelines: { ...everywhere('not stored'), browser: 'fresh 0–60, expired 60' },
  },
  {
    headers: { 'cache-control': 'no-cache, max-age=60, stale-while-revalidate=60' },
    timelines: { ...everywhere('not stored'), browser: 'expired 0', Cloudflare: 'expired 0' },
  },
  { headers: { 'cache-control': 'no-store, max-age=60' }, timelines: everywhere('not stored') },
  { headers: { 'cache-control': 'max-age=60 public' }, timelines: everywhere('not stored') },
  {
    headers: { 'cache-control': 'max-age=60', vary: 'Accept, *' },
    timelines: everywhere('not stored'),
  },
  {
    headers: { 'cache-control': 'public, s-maxage=60', vary: 'Cookie' },
    timelines: {
      ...everywhere('fresh 0–60, expired 60'),
      browser: 'expired 0',
      nginx: 'not stored',
      Vercel: 'not stored',
    },
  },
  {
    headers: { 'cache-control': 'public, s-maxage=60', 'set-cookie': 'a=b' },
    timelines: { ...everywhere('not stored'), browser: 'expired 0' },
  },
  {
    headers: { 'cache-control': 'max-age=0' },
    timelines: { ...everywhere('not stored'), browser: 'expired 0', Cloudflare: 'expired 0' },
  },
  {
    headers: {},
    timelines: {
      browser: 'expired 0',
      nginx: 'not stored',
      Varnish: 'not stored',
      Vercel: 'not stored',
      Cloudflare: 'fresh 0–7200, expired 7200',
    },
  },
  {
    headers: { 'cache-control': 'public' },
    timelines: {
      browser: 'expired 0',
      nginx: 'not stored',
      Varnish: 'fresh 0–120, expired 120',
      Vercel: 'not stored',
      Cloudflare: 'fresh 0–7200, expired 7200',
    },
  },
  {
    headers: { date: 'Wed, 25 Nov 2026 12:00:00 GMT', expires: 'Wed, 25 Nov 2026 12:01:00 GMT' },
    timelines: {
      ...everywhere('fresh 0–60, expired 60'),
      Varnish: 'not stored',
      Vercel: 'not stored',
    },
  },
  {
    headers: {
      date: 'Wed, 25 Nov 2026 12:00:00 GMT',
      'last-modified': 'Wed, 25 Nov 2026 11:50:00 GMT',
    },
    timelines: {
      browser: 'fresh 0–60, expired 60',
      nginx: 'not stored',
      Varnish: 'not stored',
      Vercel: 'not stored',
      Cloudflare: 'fresh 0–7200, expired 7200',
    },
  },
  {
    headers: { 'cache-control': 'private, no-store', 'cdn-cache-control': 'max-age=60' },
    timelines: {
      ...everywhere('not stored'),
      Vercel: 'fresh 0–60, expired 60',
      Cloudflare: 'fresh 0–60, expired 60',
    },
  },
  // The platform's own field comes first, unless it is not a Dictionary.
  {
    headers: {
      'cache-control': 'max-age=5',
      'cdn-cache-control': 'max-age=10',
      'vercel-cdn-cache-control': 'max-age=20',
      'cloudflare-cdn-cache-control': 'max-age = 30',
    },
    timelines: {
      ...everywhere('fresh 0–5, expired 5'),
      Vercel: 'fresh 0–20, expired 20',
      Cloudflare: 'fresh 0–10, expired 10',
    },
  },
  {
    headers: { 'cache-control': 's-maxage=2147483647' },
    timelines: {
      ...everywhere('fresh 0–2147483647, expired 2147483647'),
      browser: 'expired 0',
      Vercel: 'fresh 0–31536000, expired 31536000',
    },
  },
]

test.each(rows)('returns the timelines of $headers', ({ headers, timelines }) => {
  expect(
    Object.fromEntries(
      explain(headers).map((explanation) => [explanation.cache, formatTimeline(explanation)]),
    ),
  ).toEqual(timelines)
})

test('names what a cache ignores and how it varies', () => {
  const headers = { 'Cache-Control': 'max-age=60, stale-if-error=30', Vary: 'accept-language' }
  expect(sentencesOf('nginx', { 'Cache-Control': headers['Cache-Control'] })).toEqual([
    '0–1 min: served from cache.',
    '60–90 s: served stale if the origin fails.',
    'After 90 s: revalidated before it responds.',
    'stale-if-error applies only if the origin is unreachable: a 5xx response reaches the visitor.',
    'Also stores responses to requests with Authorization, which RFC 9111 §3.5 forbids.',
  ])
  expect(sentencesOf('nginx', headers)).toEqual(['Not stored: Vary names Accept-Language.'])
  expect(sentencesOf('Varnish', headers)).toContain('Stores one variant per Accept-Language.')
  expect(sentencesOf('Varnish', headers)).toContain(
    'With its default configuration, Varnish serves stale for 10 s more (default_grace).',
  )
  expect(sentencesOf('Cloudflare', headers)).toContain(
    'One variant serves every Accept-Language, unless a cache rule enables Vary.',
  )
})

test('explains why a cache does not store a response', () => {
  expect(sentencesOf('Vercel', { 'cache-control': 's-maxage=60', vary: 'Cookie' })).toEqual([
    'Not stored: Vary names Cookie.',
  ])
  expect(sentencesOf('Vercel', { 'cache-control': 'max-age=60' })).toEqual([
    'Not stored: Cache-Control has no s-maxage.',
  ])
  expect(
    sentencesOf('nginx', { 'cache-control': 'private', 'cdn-cache-control': 'max-age=60' }),
  ).toEqual(['Not stored: private.', 'nginx ignores CDN-Cache-Control.'])
  expect(sentencesOf('nginx', { 'cache-control': 'max-age=60 public' })).toEqual([
    "Cache-Control is malformed or ambiguous, so this cache's behavior is unknown.",
  ])
})

test('formats long durations in hours', () => {
  const control = 'public, max-age=5460, stale-while-revalidate=81000'
  expect(sentencesOf('nginx', { 'cache-control': control }).slice(0, 3)).toEqual([
    '0–1 h 31 min: served from cache.',
    '1 h 31 min–24 h 1 min: served stale, revalidated in the background.',
    'After 24 h 1 min: revalidated before it responds.',
  ])
  expect(sentencesOf('nginx', { 'cache-control': 'public, max-age=7200' })[0]).toBe(
    '0–2 h: served from cache.',
  )
})

test('explains that a browser stores a response that it must always revalidate', () => {
  expect(sentencesOf('browser', { 'cache-control': 'public, max-age=0' })).toEqual([
    'Stored, but revalidated before each response.',
  ])
})

test('describes how long a public page is fresh and then stale', () => {
  const headers = cacheHeaders({ scope: 'public', sMaxAge: 60, staleWhileRevalidate: 3600 })
  expect(describePolicy(headers['Cache-Control'])).toBe(
    'Public: fresh for 1 min, then stale for 1 h while revalidating',
  )
})

test('omits a stale period of zero seconds', () => {
  const headers = cacheHeaders({ scope: 'public', sMaxAge: 5, staleWhileRevalidate: 0 })
  expect(describePolicy(headers['Cache-Control'])).toBe('Public: fresh for 5 s')
})

test('describes a private page as not cached', () => {
  expect(describePolicy('private, no-store')).toBe('Not cached')
  expect(describePolicy('')).toBe('Not cached')
})

test('describes any Cache-Control value', () => {
  expect(describePolicy('Public,max-age="3600"')).toBe('Public: fresh for 1 h')
  expect(describePolicy('public, max-age=0, s-maxage=5460')).toBe('Public: fresh for 1 h 31 min')
  expect(describePolicy('public, no-store, max-age=60')).toBe('Not cached')
  expect(describePolicy('public max-age=60')).toBe('Not cached')
})

function sentencesOf(cache: Explanation['cache'], headers: HeaderValues): string[] {
  return explain(headers).find((explanation) => explanation.cache === cache)?.sentences ?? []
}

function formatTimeline({ timeline }: Explanation): string {
  const spans = timeline.map(
    ({ state, from, to }) => `${state} ${from}${to === null ? '' : `–${to}`}`,
  )
  return spans.join(', ') || 'not stored'
}

function everywhere(timeline: string): Record<Explanation['cache'], string> {
  return {
    browser: timeline,
    nginx: timeline,
    Varnish: timeline,
    Vercel: timeline,
    Cloudflare: timeline,
  }
}
