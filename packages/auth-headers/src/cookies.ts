import { type RequestHeaders, valuesOf } from './request-headers.ts'

export type Cookie = {
  name: string
  value: string
  /** Seconds. */
  maxAge: number
  /** Scripts may read it: then it must hold no secret. */
  readable?: boolean
}

export type ReadCookie =
  | { state: 'absent' }
  | { state: 'doubled' }
  | { state: 'present'; value: string }

// Browsers drop a cookie whose name and value are longer, in silence (RFC 6265bis §5.6).
const longest = 4096

/**
 * Tells whether a site may keep cookies: what others cannot read or change on their way, which is
 * https and this machine (https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy).
 */
export function mayKeepCookies(siteUrl: string): boolean {
  const { protocol, hostname } = new URL(siteUrl)
  return protocol === 'https:' || /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}

/** A cookie's whole name: with `__Host-` no neighbouring site can set it (RFC 6265bis §4.1.3.2). */
export function cookieName(name: string, siteUrl: string): string {
  return isHttps(siteUrl) ? `__Host-${name}` : name
}

/**
 * Gives the value of a `Set-Cookie` header.
 * @throws RangeError when browsers would drop the cookie.
 * @throws TypeError when the name or the value has a character that no cookie has.
 */
export function setCookie({ name, value, maxAge, readable }: Cookie, siteUrl: string): string {
  if (!/^[\w-]+$/.test(name)) throw new TypeError('A name of a cookie has letters, digits, - and _')
  if (!/^[\w.~+/=-]*$/.test(value)) throw new TypeError(`${name} has a value that no cookie has`)
  const pair = `${cookieName(name, siteUrl)}=${value}`
  if (pair.length - 1 > longest) throw new RangeError(`${name} is longer than ${longest} bytes`)
  return [
    pair,
    'Path=/',
    `Max-Age=${maxAge}`,
    // Strict would leave it out when GitHub sends the visitor back.
    'SameSite=Lax',
    ...(readable ? [] : ['HttpOnly']),
    ...(isHttps(siteUrl) ? ['Secure'] : []),
  ].join('; ')
}

/** Gives the value of a `Set-Cookie` header that takes a cookie back. */
export function clearCookie(name: string, siteUrl: string): string {
  return setCookie({ name, value: '', maxAge: 0 }, siteUrl)
}

/**
 * Reads a cookie by its exact name. Two of one name are none: a neighbouring site or an old page may
 * have set the other, and the order says nothing (RFC 6265bis §8.6).
 */
export function readCookie(headers: RequestHeaders, name: string, siteUrl: string): ReadCookie {
  const whole = cookieName(name, siteUrl)
  const values = valuesOf(headers, 'cookie')
    .flatMap((header) => header.split(';'))
    .map(pairFrom)
    .filter((pair) => pair.name === whole)
  const [first] = values
  if (!first) return { state: 'absent' }
  return values.length > 1 ? { state: 'doubled' } : { state: 'present', value: first.value }
}

// Only space and tab: `trim` also takes characters that browsers leave in a name, and would let
// another site's cookie pass for one with our prefix.
function pairFrom(text: string): { name: string; value: string } {
  const pair = text.replace(/^[ \t]+|[ \t]+$/g, '')
  const at = pair.indexOf('=')
  return at < 0 ? { name: '', value: pair } : { name: pair.slice(0, at), value: pair.slice(at + 1) }
}

function isHttps(siteUrl: string): boolean {
  return new URL(siteUrl).protocol === 'https:'
}
