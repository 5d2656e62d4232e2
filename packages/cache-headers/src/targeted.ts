import {
  type CacheControl,
  type Directive,
  isLifetime,
  nobody,
  parseCacheControl,
  understood,
} from './cache-control.ts'
import { type HeaderValues, linesOf } from './header-lines.ts'

// The grammar of a Dictionary and its parts: RFC 8941 §3.2, which RFC 9213 §2.1 asks for.
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
 * Reads a targeted field such as `CDN-Cache-Control` (RFC 9213 §2.1). Gives undefined for what a cache
 * must ignore, as if it were not there: nothing, and what is no Dictionary.
 */
export function parseTargetedField(value: string | readonly string[]): CacheControl | undefined {
  const members = membersOf((typeof value === 'string' ? [value] : value).join(', '))
  if (members.size === 0) return undefined

  const found: Directive[] = []
  for (const [name, argument] of members) {
    // Here a time is an Integer: a String or a Token is no time.
    if (isLifetime(name) && !/^\d+$/.test(argument ?? '')) return nobody
    found.push({ name, argument: argument?.startsWith('"') ? unquoted(argument) : argument })
  }
  return understood(found)
}

/** The directives by which a cache decides, and the name of the field that they stand in. */
export type Deciding = { field: string; control: CacheControl }

/**
 * Gives the directives that decide for a cache: those of the first field on its target list that can
 * be read, else those of `Cache-Control` (RFC 9213 §2.2).
 */
export function effectiveDirectives(headers: HeaderValues, targets: readonly string[]): Deciding {
  for (const field of targets) {
    const control = parseTargetedField(linesOf(headers, field))
    if (control) return { field, control }
  }
  return {
    field: 'Cache-Control',
    control: parseCacheControl(linesOf(headers, 'Cache-Control')),
  }
}

// In a Dictionary the last of two members with one key counts, in the place of the first.
function membersOf(text: string): Map<string, string | undefined> {
  const members = new Map<string, string | undefined>()
  const trimmed = text.replace(/^ +| +$/g, '')
  let at = 0
  while (at < trimmed.length) {
    member.lastIndex = at
    const match = member.exec(trimmed)
    if (!match?.[1]) return new Map()
    members.set(match[1], match[2] === '?1' ? undefined : match[2])
    comma.lastIndex = member.lastIndex
    const separator = comma.exec(trimmed)?.[0]
    const isLast = comma.lastIndex === trimmed.length
    // A comma that nothing follows is an error.
    if (separator === undefined || (isLast && separator.includes(','))) return new Map()
    at = comma.lastIndex
  }
  return members
}

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, '$1')
}
