import { expect, test } from 'vitest'
import { cacheHeaders } from './cache-headers.ts'
import { type Explanation, explain } from './explain.ts'
import type { HeaderValues } from './header-lines.ts'

test("explains the documentation's header: 10 s fresh, then stale to 69 s, not everywhere", () => {
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
  const in69Seconds = [
    'For 10 s it answers with what it keeps, without asking.',
    'Until the age of 69 s it answers at once with the old response, and fetches a new one meanwhile.',
    'After that it asks before it answers.',
  ]
  const allTheSame =
    's-maxage would forbid old responses (RFC 9111 §4.2.4); it answers with them all the same.'

  expect(explain(policy)).toEqual(explain(headers))
  expect(explain(headers)).toEqual([
    {
      cache: 'browser',
      sentences: [
        'Until the age of 59 s it answers at once with the old response, and fetches a new one meanwhile.',
        'After that it asks before it answers.',
        's-maxage is not for browsers.',
        'Chromium does so for the data of client navigations: a second visit shows the old page.',
      ],
      timeline: [
        { state: 'stale-while-revalidate', from: 0, to: 59 },
        { state: 'expired', from: 59, to: null },
      ],
    },
    { cache: 'nginx', sentences: [...in69Seconds, allTheSame], timeline: to69 },
    { cache: 'Varnish', sentences: [...in69Seconds, allTheSame], timeline: to69 },
    {
      cache: 'Vercel',
      sentences: [
        ...in69Seconds,
        's-maxage and stale-while-revalidate stay with it: the browser gets "public, max-age=0, must-revalidate".',
      ],
      timeline: to69,
    },
    {
      cache: 'Cloudflare',
      sentences: [
        'For 10 s it answers with what it keeps, without asking.',
        'After that it asks before it answers.',
        'All this only where a cache rule makes the address eligible: it keeps no HTML and no JSON by itself.',
        's-maxage forbids it to answer with an old response.',
      ],
      timeline: [
        { state: 'fresh', from: 0, to: 10 },
        { state: 'expired', from: 10, to: null },
      ],
    },
  ])
})

// Each header, and its timeline as "state from–to" for each cache.
const lines: { of: HeaderValues; told: Record<Explanation['cache'], string> }[] = [
  {
    of: cacheHeaders({
      scope: 'public',
      sMaxAge: 60,
      staleWhileRevalidate: 600,
      staleIfError: 86_400,
    }),
    told: {
      browser: 'expired 0',
      nginx: 'fresh 0–60, stale-while-revalidate 60–660, stale-if-error 660–86460, expired 86460',
      Varnish: 'fresh 0–60, stale-while-revalidate 60–660, stale-if-error 660–86460, expired 86460',
      Vercel: 'fresh 0–60, stale-while-revalidate 60–660, expired 660',
      Cloudflare:
        'fresh 0–60, stale-while-revalidate 60–660, stale-if-error 660–86460, expired 86460',
    },
  },
  { of: cacheHeaders({ scope: 'private' }), told: everywhere('nothing') },
  // What lies within the one kind of stale answer is not told of the other.
  {
    of: { 'cache-control': 'max-age=1, stale-while-revalidate=60, stale-if-error=30' },
    told: {
      ...everywhere('fresh 0–1, stale-while-revalidate 1–61, expired 61'),
      Vercel: 'nothing',
    },
  },
  { of: { 'cache-control': 'max-age="60"' }, told: everywhere('nothing') },
  { of: { 'cache-control': ['max-age=60', 'max-age=30'] }, told: everywhere('nothing') },
  {
    of: { 'cache-control': 'MAX-AGE=60, max-age=60' },
    told: { ...everywhere('fresh 0–60, expired 60'), Vercel: 'nothing' },
  },
  {
    of: { 'cache-control': 'private, s-maxage=60' },
    told: { ...everywhere('nothing'), browser: 'expired 0' },
  },
  {
    of: { 'cache-control': 'private, max-age=60' },
    told: { ...everywhere('nothing'), browser: 'fresh 0–60, expired 60' },
  },
  {
    of: { 'cache-control': 'no-cache, max-age=60, stale-while-revalidate=60' },
    told: { ...everywhere('nothing'), browser: 'expired 0', Cloudflare: 'expired 0' },
  },
  { of: { 'cache-control': 'no-store, max-age=60' }, told: everywhere('nothing') },
  { of: { 'cache-control': 'max-age=60 public' }, told: everywhere('nothing') },
  { of: { 'cache-control': 'max-age=60', vary: 'Accept, *' }, told: everywhere('nothing') },
  {
    of: { 'cache-control': 'public, s-maxage=60', vary: 'Cookie' },
    told: { ...everywhere('fresh 0–60, expired 60'), browser: 'expired 0', Vercel: 'nothing' },
  },
  {
    of: { 'cache-control': 'public, s-maxage=60', 'set-cookie': 'a=b' },
    told: { ...everywhere('nothing'), browser: 'expired 0' },
  },
  {
    of: { 'cache-control': 'max-age=0' },
    told: { ...everywhere('nothing'), browser: 'expired 0', Cloudflare: 'expired 0' },
  },
  {
    of: {},
    told: {
      browser: 'expired 0',
      nginx: 'nothing',
      Varnish: 'fresh 0–120, expired 120',
      Vercel: 'nothing',
      Cloudflare: 'fresh 0–7200, expired 7200',
    },
  },
  {
    of: { date: 'Wed, 25 Nov 2026 12:00:00 GMT', expires: 'Wed, 25 Nov 2026 12:01:00 GMT' },
    told: { ...everywhere('fresh 0–60, expired 60'), Vercel: 'nothing' },
  },
  {
    of: { date: 'Wed, 25 Nov 2026 12:00:00 GMT', 'last-modified': 'Wed, 25 Nov 2026 11:50:00 GMT' },
    told: {
      browser: 'fresh 0–60, expired 60',
      nginx: 'nothing',
      Varnish: 'fresh 0–120, expired 120',
      Vercel: 'nothing',
      Cloudflare: 'fresh 0–7200, expired 7200',
    },
  },
  {
    of: { 'cache-control': 'private, no-store', 'cdn-cache-control': 'max-age=60' },
    told: {
      ...everywhere('nothing'),
      Vercel: 'fresh 0–60, expired 60',
      Cloudflare: 'fresh 0–60, expired 60',
    },
  },
  // The platform's own field comes first; one that is no Dictionary is passed over.
  {
    of: {
      'cache-control': 'max-age=5',
      'cdn-cache-control': 'max-age=10',
      'vercel-cdn-cache-control': 'max-age=20',
      'cloudflare-cdn-cache-control': 'max-age = 30',
    },
    told: {
      ...everywhere('fresh 0–5, expired 5'),
      Vercel: 'fresh 0–20, expired 20',
      Cloudflare: 'fresh 0–10, expired 10',
    },
  },
  {
    of: { 'cache-control': 's-maxage=2147483647' },
    told: {
      ...everywhere('fresh 0–2147483647, expired 2147483647'),
      browser: 'expired 0',
      Vercel: 'fresh 0–31536000, expired 31536000',
    },
  },
]

test.each(lines)('tells the times of $of', ({ of, told }) => {
  expect(Object.fromEntries(explain(of).map((one) => [one.cache, inOneLine(one)]))).toEqual(told)
})

test('says what a cache leaves out of its account', () => {
  const headers = { 'Cache-Control': 'max-age=60, stale-if-error=30', Vary: 'accept-language' }
  expect(sentencesOf('nginx', headers)).toEqual([
    'For 1 min it answers with what it keeps, without asking.',
    'Until the age of 90 s it answers with the old response when the origin fails.',
    'After that it asks before it answers.',
    'An origin that answers with a 5xx does not fail for it: the visitor gets the 5xx.',
    'It keeps what was answered to an Authorization header too, which RFC 9111 §3.5 forbids.',
    'It keeps a copy for each Accept-Language.',
  ])
  expect(sentencesOf('Varnish', headers)).toContain(
    'As it comes, without a configuration of its own, it answers with the old response for 10 s more.',
  )
  expect(sentencesOf('Cloudflare', headers)).toContain(
    'One copy serves every Accept-Language, unless a cache rule turns Vary on.',
  )
})

test('says why a cache keeps nothing', () => {
  expect(sentencesOf('Vercel', { 'cache-control': 's-maxage=60', vary: 'Cookie' })).toEqual([
    'Keeps nothing: Vary names Cookie.',
  ])
  expect(sentencesOf('Vercel', { 'cache-control': 'max-age=60' })).toEqual([
    'Keeps nothing: Cache-Control gives no s-maxage.',
  ])
  expect(
    sentencesOf('nginx', { 'cache-control': 'private', 'cdn-cache-control': 'max-age=60' }),
  ).toEqual(['Keeps nothing: private forbids it.', 'nginx does not know CDN-Cache-Control.'])
  expect(sentencesOf('nginx', { 'cache-control': 'max-age=60 public' })).toEqual([
    'Cache-Control is not written as the RFC has it: what this cache makes of it cannot be told.',
  ])
})

test('says long times in hours', () => {
  const sentences = sentencesOf('nginx', { 'cache-control': 'public, max-age=86460' })
  expect(sentences[0]).toBe('For 24 h 1 min it answers with what it keeps, without asking.')
})

function sentencesOf(cache: Explanation['cache'], headers: HeaderValues): string[] {
  return explain(headers).find((one) => one.cache === cache)?.sentences ?? []
}

function inOneLine({ timeline }: Explanation): string {
  const spans = timeline.map(
    ({ state, from, to }) => `${state} ${from}${to === null ? '' : `–${to}`}`,
  )
  return spans.join(', ') || 'nothing'
}

function everywhere(told: string): Record<Explanation['cache'], string> {
  return { browser: told, nginx: told, Varnish: told, Vercel: told, Cloudflare: told }
}
