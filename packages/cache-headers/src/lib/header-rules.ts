import { type CachePolicy, cacheHeaders } from './cache-headers.ts'
import type { TagField } from './cache-tags.ts'

/** A `headers()` rule of `next.config`. */
export type HeaderRule = { source: string; headers: { key: string; value: string }[] }

/**
 * Returns the `next.config` rules that send a policy with a page and with its data: a page's source
 * does not match its data path. Edge pages need them, because Next drops the headers an edge page
 * sets. A header that a page sets itself overrides a rule.
 *
 * Next also sends them with the page's redirects and errors, and an edge page that throws responds
 * with 200. Use them only for pages that cannot fail, or with errors that may be cached just as long.
 * @param page the page's route, such as `/repos/[owner]/[repo]`.
 * @param tagField the field in which the shared cache in use reads tags; without it, none are sent.
 * @throws TypeError if `page` does not start with a slash; RangeError and TypeError like `cacheHeaders`.
 */
export function headerRules(policy: CachePolicy, page: string, tagField?: TagField): HeaderRule[] {
  if (!page.startsWith('/')) {
    throw new TypeError(`a page's route must start with a slash, not ${JSON.stringify(page)}`)
  }
  const headers = Object.entries(cacheHeaders(policy, tagField)).map(([key, value]) => ({
    key,
    value,
  }))
  const path = routeSource(page)
  return [
    { source: path, headers },
    { source: `/_next/data/:build${dataPath(path)}.json`, headers },
  ]
}

// The data of `/` is at `/index.json`, which moves the data of `/index/…` to `/index/index/…`.
function dataPath(path: string): string {
  if (path === '/') return '/index'
  return /^\/index(\/|$)/.test(path) ? `/index${path}` : path
}

function routeSource(page: string): string {
  return page.split('/').map(sourceSegment).join('/')
}

// Converts a Next segment to path-to-regexp, which allows only word characters in names.
function sourceSegment(text: string): string {
  const [, optional, catchAll, name] = /^\[(\[)?(\.\.\.)?([^[\]]+)\]\]?$/.exec(text) ?? []
  if (name === undefined) return text.replace(/[\\:*+?(){}]/g, '\\$&')
  return `:${name.replace(/\W/g, '_')}${catchAll ? (optional ? '*' : '+') : ''}`
}
