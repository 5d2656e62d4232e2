import type { Quota, QuotaResource } from '../state/state.ts'
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

export function rateLimitResource(path: string | undefined): QuotaResource {
  return path?.startsWith('/search/') ? 'search' : 'core'
}

function quotaHeaders(quota: Quota, resource: QuotaResource): Record<string, string> {
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
  const quota = c.get('state').quotaOf(c.get('identity'), resource)
  return {
    'x-sample-github': '1',
    'x-github-request-id': requestId(c.get('state').nextCount('request id')),
    'x-github-media-type': mediaType(c.req.header('accept')),
    'x-github-api-version-selected':
      parseVersion(c.req.header('x-github-api-version')) ?? '2022-11-28',
    vary: 'Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding',
    ...quotaHeaders(quota, resource),
  }
}

function requestId(count: number): string {
  return `5A3B:1E:${count.toString(16).toUpperCase().padStart(6, '0')}`
}

/** GitHub lets shared caches store responses to requests without a token. */
export function cacheControl(c: SampleContext): string {
  const scope = c.req.header('authorization') === undefined ? 'public' : 'private'
  return `${scope}, max-age=60, s-maxage=60`
}
