import { type CachePolicy, cacheHeaders } from './cache-headers.ts'

/** A rule of `headers()` in `next.config`. */
export type HeaderRule = { source: string; headers: { key: string; value: string }[] }

/**
 * Gives the rules of `headers()` in `next.config` that send a policy with a page and with its data: a
 * page's source does not match its data path. It is the only way for edge pages, whose own headers
 * Next drops. A page's own headers win over a rule.
 *
 * Next sends them with the page's redirects and errors too, and an edge page that throws answers 200.
 * So they are for pages that cannot fail, or that show a failure which may be kept as long.
 * @param page the page's path as the router has it, such as `/repos/[owner]/[repo]`.
 * @throws TypeError when it does not begin with a slash; RangeError and TypeError of `cacheHeaders`.
 */
export function headerRules(policy: CachePolicy, page: string): HeaderRule[] {
  if (!page.startsWith('/')) {
    throw new TypeError(`a page's path begins with a slash, unlike ${JSON.stringify(page)}`)
  }
  const headers = Object.entries(cacheHeaders(policy)).map(([key, value]) => ({ key, value }))
  const path = sourceOf(page)
  return [
    { source: path, headers },
    { source: `/_next/data/:build${dataPath(path)}.json`, headers },
  ]
}

// `/` has its data at `/index.json`, and so `/index/…` moves on to `/index/index/…`.
function dataPath(path: string): string {
  if (path === '/') return '/index'
  return /^\/index(\/|$)/.test(path) ? `/index${path}` : path
}

function sourceOf(page: string): string {
  return page.split('/').map(segment).join('/')
}

// From Next's segments to those of path-to-regexp, whose names are of word characters only.
function segment(text: string): string {
  const [, optional, rest, name] = /^\[(\[)?(\.\.\.)?([^[\]]+)\]\]?$/.exec(text) ?? []
  if (name === undefined) return text.replace(/[\\:*+?(){}]/g, '\\$&')
  return `:${name.replace(/\W/g, '_')}${rest ? (optional ? '*' : '+') : ''}`
}
