const restrictions = [
  'private',
  'no-store',
  'no-cache',
  'must-understand',
  'no-transform',
  'must-revalidate',
  'proxy-revalidate',
] as const
const permissions = ['public', 'immutable'] as const
const lifetimes = ['max-age', 's-maxage', 'stale-while-revalidate', 'stale-if-error'] as const

type Flag = (typeof restrictions)[number] | (typeof permissions)[number]
type Lifetime = (typeof lifetimes)[number]
type Directives = { [Name in Flag]?: true } & { [Name in Lifetime]?: number } & {
  extensions?: readonly string[]
}

/**
 * What a response lets caches do, by the names of RFC 9111 §5.2.2 and RFC 5861. Times are seconds.
 * `extensions` holds the directives that this package does not know, as they are written.
 */
export type CacheControl = Readonly<Directives>

/** One directive, read but not yet understood. */
export type Directive = { name: string; argument: string | undefined }

/** What is left where a value cannot be read: the only pair that every shared cache honours. */
export const nobody: CacheControl = { private: true, 'no-store': true }

/** The largest number of seconds that a cache must know (RFC 9111 §1.2.2). */
export const mostSeconds = 2 ** 31 - 1

// The order in which directives are written.
const written = [
  'public',
  'private',
  'no-store',
  'no-cache',
  'must-understand',
  'no-transform',
  'max-age',
  'must-revalidate',
  's-maxage',
  'proxy-revalidate',
  'immutable',
  'stale-while-revalidate',
  'stale-if-error',
] as const satisfies readonly (Flag | Lifetime)[]

const token = "[!#$%&'*+.^_`|~\\w-]+"
const quoted = '"((?:[\\t !#-[\\]-~\\x80-\\xff]|\\\\[\\t -~\\x80-\\xff])*)"'
const directive = `(${token})(?:=(?:(${token})|${quoted}))?`
const oneOfList = new RegExp(`[\\t ]*(?:${directive}[\\t ]*)?(?:,|$)`, 'y')
const alone = new RegExp(`^${directive}$`)
const tokenAlone = new RegExp(`^${token}$`)

/**
 * Reads a `Cache-Control` value, or several lines of it, as RFC 9111 §5.2 has it: names in any case,
 * arguments as tokens or quoted. What cannot be read makes the whole `private, no-store`.
 */
export function parseCacheControl(value: string | readonly string[]): CacheControl {
  const found: Directive[] = []
  for (const line of typeof value === 'string' ? [value] : value) {
    const directives = directivesOf(line)
    if (!directives) return nobody
    found.push(...directives)
  }
  return understood(found)
}

/**
 * Writes directives in one fixed order, so that equal ones give equal bytes.
 * @throws RangeError when a time is not whole seconds from 0 to 2^31 - 1 (RFC 9111 §1.2.2).
 * @throws TypeError when an extension is not one directive, or has the name of a known one.
 */
export function formatCacheControl(control: CacheControl): string {
  const known = written.flatMap((name) => {
    const value = control[name]
    if (value === undefined) return []
    return value === true ? [name] : [`${name}=${wholeSeconds(name, value)}`]
  })
  return [...known, ...(control.extensions ?? []).map(extensionAlone)].join(', ')
}

/** Gives back seconds that may be written, and throws a RangeError that names what may not. */
export function wholeSeconds(name: string, seconds: number): number {
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= mostSeconds) return seconds
  throw new RangeError(`${name} must be whole seconds from 0 to ${mostSeconds}, not ${seconds}`)
}

/**
 * Gives what directives say together. A restriction holds whatever its argument, a permission only
 * without one. A time that is no number makes the whole `private, no-store`.
 */
export function understood(found: readonly Directive[]): CacheControl {
  const control: Directives = {}
  const extensions = new Set<string>()

  for (const { name, argument } of found) {
    if (isOneOf(restrictions, name)) control[name] = true
    else if (isOneOf(permissions, name)) {
      if (argument === undefined) control[name] = true
    } else if (isOneOf(lifetimes, name)) {
      if (argument === undefined || !/^\d+$/.test(argument)) return nobody
      const seconds = Math.min(Number(argument), mostSeconds)
      // Two that differ: the response counts as stale (RFC 9111 §4.2.1).
      control[name] = (control[name] ?? seconds) === seconds ? seconds : 0
    } else extensions.add(extension(name, argument))
  }

  if (control.private) delete control.public
  if (extensions.size > 0) control.extensions = [...extensions].sort()
  return control
}

/** Tells whether a directive is a number of seconds. */
export function isLifetime(name: string): name is Lifetime {
  return isOneOf(lifetimes, name)
}

function directivesOf(line: string): Directive[] | undefined {
  const found: Directive[] = []
  oneOfList.lastIndex = 0
  while (oneOfList.lastIndex < line.length) {
    const match = oneOfList.exec(line)
    if (!match) return undefined
    const [, name, asToken, asQuoted] = match
    // Between two commas there may be nothing (RFC 9110 §5.6.1.2).
    if (name === undefined) continue
    found.push({
      name: name.toLowerCase(),
      argument: asToken ?? asQuoted?.replace(/\\(.)/g, '$1'),
    })
  }
  return found
}

function extension(name: string, argument: string | undefined): string {
  if (argument === undefined) return name
  if (tokenAlone.test(argument)) return `${name}=${argument}`
  return `${name}="${argument.replace(/["\\]/g, '\\$&')}"`
}

function extensionAlone(text: string): string {
  const name = alone.exec(text)?.[1]?.toLowerCase()
  if (name !== undefined && !isOneOf(written, name)) return text
  throw new TypeError(`an extension must be one unknown directive, not ${JSON.stringify(text)}`)
}

function isOneOf<Name extends string>(names: readonly Name[], name: string): name is Name {
  return names.some((one) => one === name)
}
