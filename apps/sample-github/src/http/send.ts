import { createHash } from 'node:crypto'
import type { SampleContext } from './context.ts'
import { cacheControl, parseVersion } from './headers.ts'

const json = 'application/json; charset=utf-8'

/** The fields that API version 2026-03-10 no longer has. */
const dropped = new Set(['has_downloads', 'master_branch', 'assignee', 'merge_commit_sha', 'rate'])

function withoutDropped(key: string, value: unknown): unknown {
  return dropped.has(key) ? undefined : value
}

/** Sends a body as JSON, or a 304 when the client has it already. */
export function sendJson(
  c: SampleContext,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  const isNewVersion = parseVersion(c.req.header('x-github-api-version')) === '2026-03-10'
  const text = JSON.stringify(body, isNewVersion ? withoutDropped : undefined)
  return sendText(c, text, json, headers)
}

export function sendText(
  c: SampleContext,
  text: string,
  contentType: string,
  headers: Record<string, string> = {},
): Response {
  const etag = etagOf(`${c.get('credential')}\n${contentType}\n${text}`)
  const kept = { ...headers, etag, 'cache-control': cacheControl(c) }
  if (!c.get('isUnconditional') && matches(c.req.header('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers: kept })
  }
  return new Response(text, { headers: { ...kept, 'content-type': contentType } })
}

/** Sends what is not a success: no ETag, nothing for caches to keep. */
export function sendError(
  status: number,
  body: object,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': json, ...headers },
  })
}

export function sendEmpty(status: 204 | 304): Response {
  return new Response(null, { status })
}

function etagOf(text: string): string {
  return `W/"${createHash('sha256').update(text).digest('hex')}"`
}

/** RFC 9110 13.1.2: weak comparison, one of a list or `*`. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  const opaque = etag.slice(2)
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === opaque)
}
