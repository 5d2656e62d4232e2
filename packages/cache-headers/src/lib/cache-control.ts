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
 * The directives of a response, named as in RFC 9111 §5.2.2 and RFC 5861. Lifetimes are in seconds.
 * `extensions` holds unknown directives, serialized.
 */
export type CacheControl = Readonly<Directives>

/** A directive as written; `argument` is unquoted. */
export type Directive = { name: string; argument: string | undefined }

/** The result for a malformed value: the only pair that every shared cache honors. */
export const NO_STORE: CacheControl = { private: true, 'no-store': true }

// The largest number of seconds that a cache must support (RFC 9111 §1.2.2).
const MAX_SECONDS = 2 ** 31 - 1

const directiveOrder = [
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
const listMember = new RegExp(`[\\t ]*(?:${directive}[\\t ]*)?(?:,|$)`, 'y')
const singleDirective = new RegExp(`^${directive}$`)
const singleToken = new RegExp(`^${token}$`)

/**
 * Parses a `Cache-Control` value or its lines (RFC 9111 §5.2): names in any case, arguments as
 * tokens or quoted strings. Never throws: a malformed value becomes `private, no-store`.
 */
export function parseCacheControl(value: string | readonly string[]): CacheControl {
  const directives: Directive[] = []
  for (const line of typeof value === 'string' ? [value] : value) {
    const inLine = parseDirectives(line)
    if (!inLine) return NO_STORE
    directives.push(...inLine)
  }
  return combineDirectives(directives)
}

/**
 * Serializes directives in a fixed order, so equal policies have equal header values.
 * @throws RangeError if a lifetime is not a whole number of seconds below 2^31 (RFC 9111 §1.2.2).
 * @throws TypeError if an extension is not exactly one directive, or is a known one.
 */
export function formatCacheControl(control: CacheControl): string {
  const known = directiveOrder.flatMap((name) => {
    const value = control[name]
    if (value === undefined) return []
    return value === true ? [name] : [`${name}=${requireSeconds(name, value)}`]
  })
  return [...known, ...(control.extensions ?? []).map(requireExtension)].join(', ')
}

/** Returns `seconds`; throws a RangeError that names the directive if they are out of range. */
export function requireSeconds(name: string, seconds: number): number {
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= MAX_SECONDS) return seconds
  throw new RangeError(
    `${name} must be a whole number of seconds from 0 to ${MAX_SECONDS}, not ${seconds}`,
  )
}

/**
 * Combines directives, failing closed: a restriction applies whatever its argument, a permission
 * only without one, and a malformed lifetime makes the result `private, no-store`.
 */
export function combineDirectives(directives: readonly Directive[]): CacheControl {
  const control: Directives = {}
  const extensions = new Set<string>()

  for (const { name, argument } of directives) {
    if (isMember(restrictions, name)) control[name] = true
    else if (isMember(permissions, name)) {
      if (argument === undefined) control[name] = true
    } else if (isMember(lifetimes, name)) {
      if (argument === undefined || !/^\d+$/.test(argument)) return NO_STORE
      const seconds = Math.min(Number(argument), MAX_SECONDS)
      // Conflicting lifetimes make the response stale (RFC 9111 §4.2.1).
      control[name] = (control[name] ?? seconds) === seconds ? seconds : 0
    } else extensions.add(formatExtension(name, argument))
  }

  if (control.private) delete control.public
  if (extensions.size > 0) control.extensions = [...extensions].sort()
  return control
}

/** Whether a directive's argument is a number of seconds. */
export function isLifetime(name: string): name is Lifetime {
  return isMember(lifetimes, name)
}

function parseDirectives(line: string): Directive[] | undefined {
  const directives: Directive[] = []
  listMember.lastIndex = 0
  while (listMember.lastIndex < line.length) {
    const match = listMember.exec(line)
    if (!match) return undefined
    const [, name, tokenArgument, quotedArgument] = match
    // Empty list elements are allowed (RFC 9110 §5.6.1.2).
    if (name === undefined) continue
    directives.push({
      name: name.toLowerCase(),
      argument: tokenArgument ?? quotedArgument?.replace(/\\(.)/g, '$1'),
    })
  }
  return directives
}

function formatExtension(name: string, argument: string | undefined): string {
  if (argument === undefined) return name
  if (singleToken.test(argument)) return `${name}=${argument}`
  return `${name}="${argument.replace(/["\\]/g, '\\$&')}"`
}

function requireExtension(text: string): string {
  const name = singleDirective.exec(text)?.[1]?.toLowerCase()
  if (name !== undefined && !isMember(directiveOrder, name)) return text
  throw new TypeError(`an extension must be one unknown directive, not ${JSON.stringify(text)}`)
}

function isMember<Name extends string>(names: readonly Name[], name: string): name is Name {
  return names.some((member) => member === name)
}
