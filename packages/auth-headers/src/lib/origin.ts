import { getHeaderValues, getSingleValue, type RequestHeaders } from './request-headers.ts'

const MAX_PATH_LENGTH = 2000

// A base for relative URLs: `.invalid` never resolves (RFC 2606 §2).
const BASE_URL = 'http://local-path.invalid'

/**
 * Returns whether cookies of a site are safe from eavesdroppers: https and the local machine
 * (https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy).
 */
export function isSecureOrigin(siteUrl: string): boolean {
  const { protocol, hostname } = new URL(siteUrl)
  return protocol === 'https:' || /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}

/**
 * Returns whether a page of this site sent the request, by `Sec-Fetch-Site`, or by `Origin` from
 * browsers without it; false without both. Check it on every request that changes something
 * (https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html).
 */
export function isSameOrigin(headers: RequestHeaders, siteUrl: string): boolean {
  if (getHeaderValues(headers, 'sec-fetch-site').length > 0) {
    const site = getSingleValue(headers, 'sec-fetch-site')
    // "none" is a direct user action, such as reloading the response to a form.
    return site === 'same-origin' || site === 'none'
  }
  return getSingleValue(headers, 'origin') === new URL(siteUrl).origin
}

/**
 * Parses a path of this site with its query, for a redirect; undefined for anything that a browser
 * or a proxy could resolve to another host. Prevents open redirects after the sign-in.
 */
export function parseLocalPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_PATH_LENGTH) return undefined
  // Browsers treat a backslash as a slash, and remove tabs and line breaks.
  if (!/^\/[\x21-\x5b\x5d-\x7e]*$/.test(value) || !URL.canParse(value, BASE_URL)) return undefined

  const { origin, pathname, search } = new URL(value, BASE_URL)
  // Resolved dot segments can leave `//`, which starts a host. A percent sign can hide a slash from
  // one parser and not from another, so paths with one are rejected.
  if (origin !== BASE_URL || pathname.includes('//') || pathname.includes('%')) return undefined
  return pathname + search
}
