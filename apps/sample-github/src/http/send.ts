import { createHash } from 'node:crypto'
import type { SampleContext } from './context.ts'
import { cacheControl, isVolatile, parseVersion } from './headers.ts'

const json = 'application/json; charset=utf-8'

/** The fields that API version 2026-03-10 removed. */
const removedFields = new Set([
  'has_downloads',
  'master_branch',
  'assignee',
  'merge_commit_sha',
  'rate',
])

function withoutRemovedFields(key: string, value: unknown): unknown {
  return removedFields.has(key) ? undefined : value
}

/** Sends a body as JSON, or a 304 when the client has the same one. */
export function sendJson(
  c: SampleContext,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  const isNewVersion = parseVersion(c.req.header('x-github-api-version')) === '2026-03-10'
  const text = JSON.stringify(body, isNewVersion ? withoutRemovedFields : undefined)
  return sendText(c, text, json, headers)
}

export function sendText(
  c: SampleContext,
  text: string,
  contentType: string,
  headers: Record<string, string> = {},
): Response {
  const etag = isVolatile(c.get('path'))
    ? undefined
    : etagOf(`${c.get('identity')}\n${contentType}\n${text}`)
  const allHeaders = { ...headers, ...(etag && { etag }), 'cache-control': cacheControl(c) }
  if (!c.get('isUnconditional') && isUnchanged(c, etag, headers['last-modified'])) {
    return new Response(null, { status: 304, headers: allHeaders })
  }
  return new Response(text, { headers: { ...allHeaders, 'content-type': contentType } })
}

/** Sends an error: without an ETag and not cacheable. */
export function sendError(
  status: number,
  body: object,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': json,
      vary: 'Accept-Encoding, Accept, X-Requested-With',
      ...headers,
    },
  })
}

export function sendEmpty(status: 204 | 304): Response {
  return new Response(null, { status })
}

function etagOf(text: string): string {
  return `W/"${createHash('sha256').update(text).digest('hex')}"`
}

/** If-Modified-Since counts only without If-None-Match (RFC 9110, section 13.2.2). */
function isUnchanged(
  c: SampleContext,
  etag: string | undefined,
  lastModified: string | undefined,
): boolean {
  const ifNoneMatch = c.req.header('if-none-match')
  if (ifNoneMatch !== undefined) return etag !== undefined && matchesEtag(ifNoneMatch, etag)
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  return lastModified !== undefined && Date.parse(lastModified) <= since
}

/** Weak comparison with one of a list, or `*` (RFC 9110, section 13.1.2). */
function matchesEtag(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch.trim() === '*') return true
  const opaque = etag.slice(2)
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === opaque)
}
