import { policyInWords } from '@repo/cache-headers'
import type { Call } from '@repo/github'

const mostCalls = 20
const mostBytes = 2000

/**
 * Formats what the server did for a page as a `Server-Timing` value: each call to GitHub, the cache
 * policy in words, and when the page was rendered. The browser gives it to scripts, for documents and
 * data requests alike (https://www.w3.org/TR/server-timing/).
 */
export function serverTiming(calls: readonly Call[], cacheControl: string, rendered: Date): string {
  const frame = [
    `cache;desc=${quoted(policyInWords(cacheControl))}`,
    `rendered;desc=${quoted(rendered.toISOString())}`,
  ]
  let room = mostBytes - frame.join(', ').length
  const metrics: string[] = []
  for (const call of calls.slice(0, mostCalls)) {
    const metric = `github;dur=${call.milliseconds};desc=${quoted(said(call))}`
    room -= metric.length + 2
    if (room < 0) break
    metrics.push(metric)
  }
  return [...metrics, ...frame].join(', ')
}

function said({ status, verdict, failed, path }: Call): string {
  return [status ?? 'no answer', verdict ?? failed, path].filter(Boolean).join(' ')
}

function quoted(text: string): string {
  return `"${text.replace(/[^\x20-\x7e]/g, '?').replace(/["\\]/g, '\\$&')}"`
}
