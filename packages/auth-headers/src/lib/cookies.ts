import { getHeaderValues, type RequestHeaders } from './request-headers.ts'

export type Cookie = {
  name: string
  value: string
  maxAgeSeconds: number
  /** Omits `HttpOnly`: scripts can read the cookie, so it must not hold a secret. */
  isReadableByScripts?: boolean
}

export type CookieResult =
  | { state: 'absent' }
  | { state: 'duplicate' }
  | { state: 'present'; value: string }

// Browsers silently drop a cookie with a longer name and value (RFC 6265bis §5.6).
const MAX_COOKIE_BYTES = 4096

// Node.js accepts no longer request headers; other platforms may.
const MAX_HEADER_LENGTH = 16_384

/**
 * Returns a cookie's full name: on https with `__Host-`, so no sibling domain can set it (RFC 6265bis
 * §4.1.3.2), and with the port unless it is the default, because cookies ignore ports (RFC 6265 §8.5).
 */
export function getCookieName(name: string, siteUrl: string): string {
  const { port } = new URL(siteUrl)
  return `${isHttps(siteUrl) ? '__Host-' : ''}${name}${port && `-${port}`}`
}

/**
 * Serializes a `Set-Cookie` value.
 * @throws RangeError when the cookie is over the browsers' limit of 4,096 bytes.
 * @throws TypeError when the name or the value has an invalid character.
 */
export function serializeCookie(
  { name, value, maxAgeSeconds, isReadableByScripts }: Cookie,
  siteUrl: string,
): string {
  if (!/^[\w-]+$/.test(name))
    throw new TypeError('A cookie name allows only letters, digits, - and _')
  if (!/^[\w.~+/=-]*$/.test(value)) throw new TypeError(`Invalid character in the value of ${name}`)
  const pair = `${getCookieName(name, siteUrl)}=${value}`
  if (pair.length - 1 > MAX_COOKIE_BYTES) {
    throw new RangeError(`${name} is longer than ${MAX_COOKIE_BYTES} bytes`)
  }
  return [
    pair,
    'Path=/',
    `Max-Age=${maxAgeSeconds}`,
    // With `Strict` the browser would omit the cookie on the redirect back from an OAuth provider.
    'SameSite=Lax',
    ...(isReadableByScripts ? [] : ['HttpOnly']),
    ...(isHttps(siteUrl) ? ['Secure'] : []),
  ].join('; ')
}

/** Serializes a `Set-Cookie` value that deletes a cookie. */
export function clearCookie(name: string, siteUrl: string): string {
  return serializeCookie({ name, value: '', maxAgeSeconds: 0 }, siteUrl)
}

/**
 * Reads a cookie by its exact name. Two cookies with the same name are `duplicate`: a sibling
 * domain may have set one of them, and their order is not reliable (RFC 6265bis §8.6).
 */
export function readCookie(headers: RequestHeaders, name: string, siteUrl: string): CookieResult {
  const fullName = getCookieName(name, siteUrl)
  const matches = readPairs(headers).filter((pair) => pair.name === fullName)
  const [first] = matches
  if (!first) return { state: 'absent' }
  return matches.length > 1 ? { state: 'duplicate' } : { state: 'present', value: first.value }
}

/**
 * Lists the names of a site's cookies that start with a prefix, without `__Host-` and the port, in the
 * order of the header: browsers send the oldest first (RFC 6265bis §5.8.3).
 */
export function listCookieNames(
  headers: RequestHeaders,
  prefix: string,
  siteUrl: string,
): string[] {
  const [before = '', after = ''] = getCookieName('|', siteUrl).split('|')
  const names = readPairs(headers)
    .map(({ name }) => name)
    .filter((name) => name.startsWith(before + prefix) && name.endsWith(after))
    .map((name) => name.slice(before.length, name.length - after.length))
  return [...new Set(names)].filter((name) => /^[\w-]+$/.test(name))
}

function readPairs(headers: RequestHeaders): { name: string; value: string }[] {
  const values = getHeaderValues(headers, 'cookie')
  const length = values.reduce((sum, value) => sum + value.length, 0)
  if (length > MAX_HEADER_LENGTH) return []
  return values.flatMap((value) => value.split(';')).map(parsePair)
}

// Removes only spaces and tabs: `trim` also removes characters that browsers keep in a name, which
// would let a sibling domain's cookie match the prefixed name.
function parsePair(text: string): { name: string; value: string } {
  const pair = text.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '')
  const at = pair.indexOf('=')
  return at < 0 ? { name: '', value: pair } : { name: pair.slice(0, at), value: pair.slice(at + 1) }
}

function isHttps(siteUrl: string): boolean {
  return new URL(siteUrl).protocol === 'https:'
}
