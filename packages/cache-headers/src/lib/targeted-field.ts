import {
  type CacheControl,
  combineDirectives,
  type Directive,
  isLifetime,
  NO_STORE,
  parseCacheControl,
} from './cache-control.ts'
import { type HeaderValues, headerLines } from './header-values.ts'

// The grammar of a Dictionary (RFC 8941 §3.2). structured-headers returns the same number for 60, a
// lifetime, and for 60.0, which must fail closed because it is not an Integer (RFC 9213 §2.1).
const key = '[a-z*][a-z\\d_.*-]*'
const number = '-?(?:\\d{1,12}\\.\\d{1,3}(?![\\d.])|\\d{1,15}(?![\\d.]))'
const string = '"(?:[ !#-[\\]-~]|\\\\["\\\\])*"'
const token = "[A-Za-z*][!#$%&'*+.^_`|~\\w:/-]*"
const bytes = ':[A-Za-z\\d+/]*={0,2}:'
const item = `(?:${number}|${string}|${token}|${bytes}|\\?[01])`
const parameters = `(?:; *${key}(?:=${item})?)*`
const innerList = `\\( *(?:${item}${parameters}(?: +${item}${parameters})* *)?\\)`
const member = new RegExp(`(${key})(?:=(${item}|${innerList}))?${parameters}`, 'y')
const comma = /[\t ]*(?:$|,[\t ]*)/y

/**
 * Parses a targeted field such as `CDN-Cache-Control` or its lines (RFC 9213 §2.1). Returns
 * undefined for a field that a cache must ignore because it is empty or not a Dictionary. Never
 * throws.
 */
export function parseTargetedField(value: string | readonly string[]): CacheControl | undefined {
  const members = parseDictionary((typeof value === 'string' ? [value] : value).join(', '))
  if (members.size === 0) return undefined

  const directives: Directive[] = []
  for (const [name, argument] of members) {
    // In a targeted field a lifetime is an Integer, never a String or a Token.
    if (isLifetime(name) && !/^\d+$/.test(argument ?? '')) return NO_STORE
    directives.push({ name, argument: argument?.startsWith('"') ? unquote(argument) : argument })
  }
  return combineDirectives(directives)
}

/** The directives that apply to a cache, and the field that contains them. */
export type EffectiveDirectives = { field: string; control: CacheControl }

/**
 * Returns the directives that apply to a cache: those of the first valid field on its target list,
 * or those of `Cache-Control` (RFC 9213 §2.2).
 */
export function effectiveDirectives(
  headers: HeaderValues,
  targets: readonly string[],
): EffectiveDirectives {
  for (const field of targets) {
    const control = parseTargetedField(headerLines(headers, field))
    if (control) return { field, control }
  }
  return {
    field: 'Cache-Control',
    control: parseCacheControl(headerLines(headers, 'Cache-Control')),
  }
}

// The last of several members with the same key wins (RFC 8941 §3.2).
function parseDictionary(text: string): Map<string, string | undefined> {
  const members = new Map<string, string | undefined>()
  const trimmed = text.replace(/^ +|(?<! ) +$/g, '')
  let position = 0
  while (position < trimmed.length) {
    member.lastIndex = position
    const match = member.exec(trimmed)
    if (!match?.[1]) return new Map()
    members.set(match[1], match[2] === '?1' ? undefined : match[2])
    comma.lastIndex = member.lastIndex
    const separator = comma.exec(trimmed)?.[0]
    const isLast = comma.lastIndex === trimmed.length
    // A trailing comma is an error.
    if (separator === undefined || (isLast && separator.includes(','))) return new Map()
    position = comma.lastIndex
  }
  return members
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, '$1')
}
