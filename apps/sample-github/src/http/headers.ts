import { httpDateAgo } from '../data/clock.ts'
import type { Credentials } from '../state/grants.ts'
import type { Quota } from '../state/state.ts'
import type { SampleContext } from './context.ts'

export const SUPPORTED_VERSIONS = ['2022-11-28', '2026-03-10'] as const
type ApiVersion = (typeof SUPPORTED_VERSIONS)[number]

/** The requested API version; `undefined` if GitHub does not support it. */
export function parseVersion(header: string | undefined): ApiVersion | undefined {
  if (header === undefined) return '2022-11-28'
  return SUPPORTED_VERSIONS.find((version) => version === header)
}

/** `raw` or `html` for the text media types of the Accept header, in any of GitHub's spellings. */
export function parseTextFormat(accept: string | undefined): 'raw' | 'html' | undefined {
  const format = /application\/vnd\.github\.(?:v3\.)?(raw|html)\b/.exec(accept ?? '')?.[1]
  return format === 'raw' || format === 'html' ? format : undefined
}

function mediaType(accept: string | undefined): string {
  const format = parseTextFormat(accept)
  return format ? `github.v3; param=${format}` : 'github.v3; format=json'
}

/** The rate limit that a path is charged to. */
export function rateLimitResource(path: string | undefined): 'core' | 'search' {
  return path?.startsWith('/search/') ? 'search' : 'core'
}

export function quotaHeaders(quota: Quota, resource: string): Record<string, string> {
  return {
    'x-ratelimit-limit': String(quota.limit),
    'x-ratelimit-remaining': String(quota.limit - quota.used),
    'x-ratelimit-used': String(quota.used),
    'x-ratelimit-reset': String(quota.resetAt),
    'x-ratelimit-resource': resource,
  }
}

/** The headers of every response, whatever its status. */
export function standardHeaders(c: SampleContext): Record<string, string> {
  const resource = rateLimitResource(c.get('path'))
  return {
    'x-sample-github': '1',
    ...fixedHeaders,
    ...tokenHeaders(c.get('credentials')),
    'x-github-request-id': requestId(c.get('state').nextCount('request id')),
    'x-github-media-type': mediaType(c.req.header('accept')),
    'x-github-api-version-selected':
      parseVersion(c.req.header('x-github-api-version')) ?? '2022-11-28',
    vary: 'Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, Accept, X-Requested-With',
    ...(c.get('isEnterprise')
      ? // An Enterprise Server has no rate limits by default.
        { 'x-github-enterprise-version': 'enterprise-server@3.17.0' }
      : quotaHeaders(c.get('state').quotaOf(c.get('quotaClient'), resource), resource)),
  }
}

const fixedHeaders = {
  server: 'GitHub.com',
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Link, Location, Retry-After, X-GitHub-OTP, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, X-RateLimit-Resource, X-RateLimit-Reset, X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Poll-Interval, X-GitHub-Media-Type, X-GitHub-SSO, X-GitHub-Request-Id, Deprecation, Sunset',
  'strict-transport-security': 'max-age=31536000; includeSubdomains; preload',
  'x-frame-options': 'deny',
  'x-content-type-options': 'nosniff',
  'x-xss-protection': '0',
  'referrer-policy': 'origin-when-cross-origin, strict-origin-when-cross-origin',
  'content-security-policy': "default-src 'none'",
}

/** The scopes of a token, and when it expires. */
function tokenHeaders(credentials: Credentials): Record<string, string> {
  if (typeof credentials !== 'object') return {}
  const { scopes, expiresAt } = credentials
  return {
    ...(scopes !== undefined && { 'x-oauth-scopes': scopes, 'x-accepted-oauth-scopes': '' }),
    ...(expiresAt !== undefined && {
      'github-authentication-token-expiration': formatExpiration(expiresAt),
    }),
  }
}

// `2026-12-05 14:00:00 UTC`.
function formatExpiration(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString()
  return `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`
}

function requestId(count: number): string {
  return `5A3B:1E:${count.toString(16).toUpperCase().padStart(6, '0')}`
}

/** The Last-Modified header of a resource that changed `secondsAgo` before midnight. */
export function lastModified(c: SampleContext, secondsAgo: number): Record<string, string> {
  return { 'last-modified': httpDateAgo(c.get('view').today, secondsAgo) }
}

/** Whether GitHub marks a response as stale at once, and without an ETag: searches and quotas. */
export function isVolatile(path: string | undefined): boolean {
  return path === '/rate_limit' || rateLimitResource(path) === 'search'
}

/** GitHub lets shared caches store responses to requests without a token. */
export function cacheControl(c: SampleContext): string {
  if (isVolatile(c.get('path'))) return 'no-cache'
  const scope = c.req.header('authorization') === undefined ? 'public' : 'private'
  return `${scope}, max-age=60, s-maxage=60`
}
