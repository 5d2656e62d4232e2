import { readFileSync } from 'node:fs'
import {
  crawlerFile,
  degradedPage,
  freshImage,
  notFoundPage,
  pageWithoutPurge,
  publicPage,
  shortLivedImage,
} from '../../apps/dashboard/src/server/cache-policies.ts'
import {
  API_DEADLINE_MS,
  IMAGE_DEADLINE_MS,
  LESSON_DEADLINE_MS,
  MAX_SOCIAL_CARD_MS,
  OVERLOAD_RETRY_AFTER_SECONDS,
  PAGE_DEADLINE_MS,
  RETRY_AFTER_SECONDS,
  SOCIAL_CARD_DEADLINE_MS,
} from '../../apps/dashboard/src/server/deadlines.ts'
import type { CacheTtl } from '../../packages/github/src/cache/cache.ts'
import { FAILURE_RETENTION_SECONDS, MAX_JITTER } from '../../packages/github/src/cache/failures.ts'
import { COOLDOWN_MS } from '../../packages/github/src/cache/redis-level.ts'
import { DEFAULT_REDIS_TIMEOUT_MS } from '../../packages/github/src/cache/stores.ts'
import {
  HANG_TIMEOUT_MS,
  MAX_PROBE_INTERVAL_MS,
  MAX_PROBE_WAIT_MS,
  MIN_FAILING_REPOS,
  MIN_FAILING_RESOURCES,
  MIN_FAILURES,
  MIN_PROBE_INTERVAL_MS,
  MIN_SILENCE_MS,
} from '../../packages/github/src/http/circuit-breaker.ts'
import { SECONDARY_LIMIT_WAIT_MS } from '../../packages/github/src/http/classify-error.ts'
import {
  MAX_CONCURRENT_REQUESTS,
  MAX_SLOW_MS,
  MIN_CONCURRENT_REQUESTS,
  MIN_SLOW_MS,
  SLOW_FACTOR,
} from '../../packages/github/src/http/concurrency-limit.ts'
import {
  type ErrorRules,
  errorRules,
  type GitHubErrorKind,
  isGitHubErrorKind,
} from '../../packages/github/src/http/github-error.ts'
import { REJECTED_VIEWER_TOKEN_MS } from '../../packages/github/src/http/identities.ts'
import { MAX_WAIT_MS } from '../../packages/github/src/http/rate-limit.ts'
import { REQUEST_TIMEOUT_MS } from '../../packages/github/src/http/request.ts'
import { MAX_QUEUED_SHARE } from '../../packages/github/src/http/request-slots.ts'
import {
  MAX_RETRY_PAUSE_MS,
  MIN_RETRY_PAUSE_MS,
  REJECTED_TOKEN_COOLDOWN_MS,
  TOKEN_EXCEPTION_MS,
  UNCHECKED_TOKEN_EXCEPTION_MS,
} from '../../packages/github/src/http/upstream.ts'
import { RATE_LIMIT_TTL } from '../../packages/github/src/resources/rate-limit.ts'
import { DEFAULT_TTL, SLOW_TTL } from '../../packages/github/src/resources/read.ts'
import { VIEWER_TTL } from '../../packages/github/src/resources/viewer.ts'
import { fromRoot } from '../programs.ts'
import { formatDuration, type Table } from './generated-tables.ts'

type ErrorTtl = ErrorRules['errorTtl']

const slow = { ...DEFAULT_TTL, ...SLOW_TTL }

const githubResponses: Table = {
  head: ['response of GitHub', 'max-age', 'stale-while-revalidate', 'stale-if-error', 'constant'],
  rows: [
    ttlRow('most', DEFAULT_TTL, 'DEFAULT_TTL'),
    ttlRow(
      'statistics, contributors, languages, README, community files, advisories',
      slow,
      'SLOW_TTL',
    ),
    ttlRow('the quotas', { ...DEFAULT_TTL, ...RATE_LIMIT_TTL }, 'RATE_LIMIT_TTL'),
    ttlRow('the viewer', { ...DEFAULT_TTL, ...VIEWER_TTL }, 'VIEWER_TTL'),
  ],
}

const siteResponses: Table = {
  head: ['response of the site', 's-maxage', 'stale-while-revalidate', 'constant'],
  rows: [
    policyRow('a public page, an export', publicPage, 'publicPage'),
    policyRow(
      'the same, with stale data or a panel that may recover',
      degradedPage,
      'degradedPage',
    ),
    policyRow(
      'a response with GitHub’s data, for nginx with webhooks',
      pageWithoutPurge,
      'pageWithoutPurge',
    ),
    policyRow('404', notFoundPage, 'notFoundPage'),
    policyRow('a badge, a chart file, a social card', freshImage, 'freshImage'),
    policyRow('the same, with stale data or "not found"', shortLivedImage, 'shortLivedImage'),
    policyRow('`robots.txt`, `sitemap.xml`, `security.txt`', crawlerFile, 'crawlerFile'),
  ],
}

const deadlines: Table = {
  head: ['what', 'deadline', 'then', 'constant'],
  rows: [
    row('all reads of a page', PAGE_DEADLINE_MS, 'a 503, or panels without data', {
      PAGE_DEADLINE_MS,
    }),
    row('all reads of an API route', API_DEADLINE_MS, 'a 503', { API_DEADLINE_MS }),
    row('all reads of a badge or a chart file', IMAGE_DEADLINE_MS, 'an image "unavailable"', {
      IMAGE_DEADLINE_MS,
    }),
    row('all reads of a social card', SOCIAL_CARD_DEADLINE_MS, 'a card without the missing data', {
      SOCIAL_CARD_DEADLINE_MS,
    }),
    row('a social card in all', MAX_SOCIAL_CARD_MS, 'the card of the site', { MAX_SOCIAL_CARD_MS }),
    row('all reads of a lesson on failures', LESSON_DEADLINE_MS, 'an error in the lesson', {
      LESSON_DEADLINE_MS,
    }),
    row('one request, to the end of its body', REQUEST_TIMEOUT_MS, '`unreachable`', {
      REQUEST_TIMEOUT_MS,
    }),
    row('a reply of Redis', DEFAULT_REDIS_TIMEOUT_MS, 'a miss', { DEFAULT_REDIS_TIMEOUT_MS }),
    nginxRow('nginx, for a connection', 'proxy_connect_timeout', 'a 504'),
    nginxRow('nginx, for the next bytes of a response', 'proxy_read_timeout', 'a 504'),
    nginxRow(
      'nginx, for another visitor’s request for the page',
      'proxy_cache_lock_timeout',
      'a request of its own',
    ),
  ],
}

/** What GitHub does; undefined if nothing is requested, or if the wait depends on the response. */
const failures: Record<GitHubErrorKind, string | undefined> = {
  unreachable: 'a 5xx or no complete response',
  malformed: 'data that cannot be read',
  'too-large': 'a body that is too large',
  unauthorized: '401',
  'invalid-request': '422 and other 4xx',
  computing: '202: GitHub is computing',
  'not-found': '404',
  gone: '410',
  blocked: '451',
  unsearchable: '422 of an issue search',
  forbidden: '403',
  renamed: undefined,
  'rate-limited': undefined,
  'needs-token': undefined,
  overloaded: undefined,
  'too-many-requests': undefined,
}

const waits: Table = {
  head: ['after', 'wait', 'constant'],
  rows: [
    ...failureRows(),
    [
      '403 or 429 of a rate limit',
      `until the time that GitHub names, else ${ms(SECONDARY_LIMIT_WAIT_MS)}`,
      '`SECONDARY_LIMIT_WAIT_MS`',
    ],
    ['a time that GitHub names', `${ms(MAX_WAIT_MS)} at most`, '`MAX_WAIT_MS`'],
    [
      'a connection error, 502, 503 or 504, the first time',
      `${ms(MIN_RETRY_PAUSE_MS)} to ${ms(MAX_RETRY_PAUSE_MS)}, then one retry`,
      '`MIN_RETRY_PAUSE_MS`, `MAX_RETRY_PAUSE_MS`',
    ],
    ['503 of a page, for clients', formatDuration(RETRY_AFTER_SECONDS), '`RETRY_AFTER_SECONDS`'],
    [
      'the same, while too many requests are queued',
      formatDuration(OVERLOAD_RETRY_AFTER_SECONDS),
      '`OVERLOAD_RETRY_AFTER_SECONDS`',
    ],
    ['each failure, where waits grow', `up to ${MAX_JITTER * 100} % more`, '`MAX_JITTER`'],
    [
      `a success, or ${formatDuration(FAILURE_RETENTION_SECONDS)} after the last wait`,
      'the shortest again',
      '`FAILURE_RETENTION_SECONDS`',
    ],
  ],
}

const requestSlots: Table = {
  head: ['requests to GitHub', 'value', 'constant'],
  rows: [
    [
      'concurrent requests, by GitHub’s latency',
      `${MIN_CONCURRENT_REQUESTS} to ${MAX_CONCURRENT_REQUESTS}`,
      '`MIN_CONCURRENT_REQUESTS`, `MAX_CONCURRENT_REQUESTS`',
    ],
    [
      'a page is rejected if its requests would be queued for longer',
      `${MAX_QUEUED_SHARE * 100} % of its deadline`,
      '`MAX_QUEUED_SHARE`',
    ],
    [
      'a slow request releases its slot after',
      `${SLOW_FACTOR} times the usual latency, ${formatDuration(MIN_SLOW_MS / 1000)} to ${formatDuration(MAX_SLOW_MS / 1000)}`,
      '`SLOW_FACTOR`, `MIN_SLOW_MS`, `MAX_SLOW_MS`',
    ],
  ],
}

const circuitBreaker: Table = {
  head: ['GitHub as a whole', 'time', 'then', 'constant'],
  rows: [
    row('no response to a request', HANG_TIMEOUT_MS, 'it counts as failed', { HANG_TIMEOUT_MS }),
    row(
      `${MIN_FAILURES} failures in a row, of ${MIN_FAILING_REPOS} repositories, and no response`,
      MIN_SILENCE_MS,
      'the circuit opens',
      { MIN_FAILURES, MIN_FAILING_REPOS, MIN_SILENCE_MS },
    ),
    [
      `${MIN_FAILING_RESOURCES} failed resources in a row`,
      'at once',
      'the circuit opens',
      '`MIN_FAILING_RESOURCES`',
    ],
    [
      'from one probe to the next',
      growing(MIN_PROBE_INTERVAL_MS / 1000, MAX_PROBE_INTERVAL_MS / 1000),
      'any response closes the circuit',
      '`MIN_PROBE_INTERVAL_MS`, `MAX_PROBE_INTERVAL_MS`',
    ],
    row('a visitor who waits for a probe', MAX_PROBE_WAIT_MS, 'stale data, or a 503', {
      MAX_PROBE_WAIT_MS,
    }),
  ],
}

const cooldowns: Table = {
  head: ['after', 'for', 'what happens', 'constant'],
  rows: [
    row('GitHub rejects the token', REJECTED_TOKEN_COOLDOWN_MS, 'no request is sent with it', {
      REJECTED_TOKEN_COOLDOWN_MS,
    }),
    row('GitHub rejects a viewer’s token', REJECTED_VIEWER_TOKEN_MS, 'no request is sent with it', {
      REJECTED_VIEWER_TOKEN_MS,
    }),
    row(
      'an owner restricts tokens, or a repository rejects a valid one',
      TOKEN_EXCEPTION_MS,
      'that owner or repository is read without it',
      { TOKEN_EXCEPTION_MS },
    ),
    row(
      'a 401 while the token cannot be checked',
      UNCHECKED_TOKEN_EXCEPTION_MS,
      'that repository is read without it',
      { UNCHECKED_TOKEN_EXCEPTION_MS },
    ),
    [
      'a repository is not found',
      formatDuration(errorRules('not-found').errorTtl.max),
      'nothing below it is stored',
      '`CLOSED_SECONDS`',
    ],
    row('Redis fails or is late', COOLDOWN_MS, 'only memory is used', { COOLDOWN_MS }),
  ],
}

const whileCached = [
  ['page s-maxage', publicPage.sMaxAge],
  ['page stale-while-revalidate', publicPage.staleWhileRevalidate],
] as const satisfies Term[]
const degraded = ['degraded s-maxage', degradedPage.sMaxAge] as const satisfies Term
// The first visit after a wait revalidates stale data, and a later one shows the result.
const twiceDegraded = ['degraded s-maxage twice', 2 * degradedPage.sMaxAge] as const satisfies Term

const sums: Table = {
  head: ['behind nginx', 'at most', 'sum'],
  rows: [
    sumRow('age of data that is not marked as stale', [
      ['max-age', DEFAULT_TTL.maxAge],
      ...whileCached,
    ]),
    sumRow('the same, for statistics', [['max-age', slow.maxAge], ...whileCached]),
    sumRow('age of data that is marked as stale, while GitHub responds', [
      ['max-age', DEFAULT_TTL.maxAge],
      ['stale-while-revalidate', DEFAULT_TTL.staleWhileRevalidate],
      degraded,
    ]),
    sumRow('the same, for statistics', [
      ['max-age', slow.maxAge],
      ['stale-while-revalidate', slow.staleWhileRevalidate],
      degraded,
    ]),
    sumRow('age of data while GitHub fails', [
      ['max-age', DEFAULT_TTL.maxAge],
      ['stale-if-error', DEFAULT_TTL.staleIfError],
      degraded,
    ]),
    sumRow('age of a page while the application is down', whileCached),
    sumRow('age of a badge or a social card', [
      ['max-age', DEFAULT_TTL.maxAge],
      ['image s-maxage', freshImage.sMaxAge],
      ['image stale-while-revalidate', freshImage.staleWhileRevalidate],
    ]),
    sumRow('until a repository that has become private is gone', [
      ['max-age', DEFAULT_TTL.maxAge],
      ...whileCached,
    ]),
    sumRow('until a new repository is found', [
      ['error TTL of 404', errorRules('not-found').errorTtl.max],
      ['404 s-maxage', notFoundPage.sMaxAge],
    ]),
    sumRow('until a renamed repository redirects to its new name', [
      ['max-age', DEFAULT_TTL.maxAge],
      ...whileCached,
    ]),
    sumRow('until an old name leads to a new repository', [
      ['max-age', DEFAULT_TTL.maxAge],
      ['stale-while-revalidate', DEFAULT_TTL.staleWhileRevalidate],
    ]),
    sumRow('until a failed panel is back, once its resource is', [
      ['longest wait', errorRules('unreachable').errorTtl.max],
      twiceDegraded,
    ]),
    sumRow('until computed statistics are shown', [
      ['longest wait', errorRules('computing').errorTtl.max],
      twiceDegraded,
    ]),
    sumRow('until pages are whole after an outage', [
      ['probe interval', MAX_PROBE_INTERVAL_MS / 1000],
      twiceDegraded,
    ]),
    sumRow('until pages are whole after a rate limit', [
      ['time that GitHub names', MAX_WAIT_MS / 1000],
      twiceDegraded,
    ]),
    sumRow('response time of a page without stored data', [
      ['page deadline', PAGE_DEADLINE_MS / 1000],
    ]),
    sumRow('the same, for several visitors at once', [
      ['nginx lock', nginxSeconds('proxy_cache_lock_timeout')],
      ['page deadline', PAGE_DEADLINE_MS / 1000],
    ]),
    sumRow('the same, while the circuit is open', [
      ['nginx lock', nginxSeconds('proxy_cache_lock_timeout')],
      ['wait for a probe', MAX_PROBE_WAIT_MS / 1000],
    ]),
  ],
}

/** The tables of lifetimes, deadlines and delays, by the name in their comment. */
export const lifetimeTables: Readonly<Record<string, Table>> = {
  'github-responses': githubResponses,
  'site-responses': siteResponses,
  deadlines,
  waits,
  'request-slots': requestSlots,
  'circuit-breaker': circuitBreaker,
  cooldowns,
  sums,
}

type Term = readonly [name: string, seconds: number]

function ttlRow(label: string, ttl: CacheTtl, constant: string): string[] {
  const { maxAge, staleWhileRevalidate, staleIfError } = ttl
  const durations = [maxAge, staleWhileRevalidate, staleIfError].map(formatDuration)
  return [label, ...durations, `\`${constant}\``]
}

function policyRow(
  label: string,
  { sMaxAge, staleWhileRevalidate }: { sMaxAge: number; staleWhileRevalidate: number },
  constant: string,
): string[] {
  return [label, ...[sMaxAge, staleWhileRevalidate].map(formatDuration), `\`${constant}\``]
}

function row(label: string, milliseconds: number, then: string, constants: object): string[] {
  const names = Object.keys(constants).map((name) => `\`${name}\``)
  return [label, ms(milliseconds), then, names.join(', ')]
}

function nginxRow(label: string, setting: string, then: string): string[] {
  return [label, formatDuration(nginxSeconds(setting)), then, `\`${setting}\``]
}

function sumRow(label: string, terms: readonly Term[]): string[] {
  const total = terms.reduce((sum, [, seconds]) => sum + seconds, 0)
  const sum = terms.map(([name, seconds]) => `${name} ${formatDuration(seconds)}`)
  return [label, formatDuration(total), sum.join(' + ')]
}

/** One row for each wait, with everything after which it applies. */
function failureRows(): string[][] {
  const entries = Object.keys(failures)
    .filter(isGitHubErrorKind)
    .map((kind) => ({ failure: failures[kind], wait: waitOf(errorRules(kind).errorTtl) }))
    .filter(({ failure }) => failure !== undefined)
  return [...new Set(entries.map(({ wait }) => wait))].map((wait) => {
    const after = entries.filter((entry) => entry.wait === wait).map(({ failure }) => failure)
    return [after.join('; '), wait, '`GITHUB_ERRORS`']
  })
}

function waitOf({ first, max }: ErrorTtl): string {
  return first === max ? formatDuration(max) : growing(first, max)
}

/** The waits in seconds that double until the longest. */
function growing(first: number, max: number): string {
  const waits = [1, 2, 4].map((factor) => first * factor)
  if (waits.some((wait) => wait >= max)) {
    return `${[...waits.filter((wait) => wait < max), max].join(', ')} s`
  }
  return `${waits.join(', ')} … ${max} s`
}

function ms(milliseconds: number): string {
  return formatDuration(milliseconds / 1000)
}

/** A setting of nginx.conf in seconds. */
function nginxSeconds(name: string): number {
  const config = readFileSync(fromRoot('deploy/nginx.conf'), 'utf8')
  const [, seconds] = new RegExp(`^\\s*${name} (\\d+)s;`, 'm').exec(config) ?? []
  if (seconds === undefined) throw new Error(`nginx.conf does not set ${name} in seconds`)
  return Number(seconds)
}
