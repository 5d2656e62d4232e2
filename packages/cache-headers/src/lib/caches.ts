import {
  type CacheControl,
  formatCacheControl,
  NO_STORE,
  parseCacheControl,
} from './cache-control.ts'
import { cdnHeaders } from './cache-headers.ts'
import { lifetimeFromExpires, parseDateHeader, sharedLifetime } from './freshness.ts'
import { type HeaderValues, headerLines, listMembers } from './header-values.ts'
import { mayStoreAuthenticated } from './may-store.ts'
import { effectiveDirectives, parseTargetedField } from './targeted-field.ts'

/** What a cache does with a response, in seconds. Both stale periods start at the end of `lifetime`. */
export type CacheBehavior =
  | { stored: false; notes: string[] }
  | {
      stored: true
      lifetime: number
      staleWhileRevalidate: number
      staleIfError: number
      notes: string[]
    }

/** The names of the explained caches. */
export type CacheName = 'browser' | 'nginx' | 'Varnish' | 'Vercel' | 'Cloudflare'

/** The target lists of the CDNs, most specific first (RFC 9213 §2.2). */
export const targetLists = {
  Vercel: ['Vercel-CDN-Cache-Control', 'CDN-Cache-Control'],
  Cloudflare: ['Cloudflare-CDN-Cache-Control', 'CDN-Cache-Control'],
} as const

/** The explained caches, each with its rules. */
export const caches = [
  { name: 'browser', behaviorFor: browser },
  { name: 'nginx', behaviorFor: nginx },
  { name: 'Varnish', behaviorFor: varnish },
  { name: 'Vercel', behaviorFor: vercel },
  { name: 'Cloudflare', behaviorFor: cloudflare },
] as const satisfies { name: CacheName; behaviorFor: (headers: HeaderValues) => CacheBehavior }[]

// Chromium ignores s-maxage and targeted fields, and does not support stale-if-error.
function browser(headers: HeaderValues): CacheBehavior {
  const control = parseCacheControl(headerLines(headers, 'Cache-Control'))
  if (isAmbiguous(headers, 'Cache-Control', control)) return unknownBehavior('Cache-Control')
  if (control['no-store']) return notStored('no-store')
  if (listMembers(headers, 'Vary').includes('*')) return notStored(varyAny)

  const hasMustRevalidate = control['must-revalidate'] === true
  const explicit = control['max-age'] ?? readExpiresLifetime(headers)
  const heuristic =
    explicit === undefined && !hasMustRevalidate ? computeHeuristicFreshness(headers) : 0
  const staleWhileRevalidate = hasMustRevalidate ? 0 : (control['stale-while-revalidate'] ?? 0)
  const hasNoCache = control['no-cache'] === true
  return {
    stored: true,
    lifetime: hasNoCache ? 0 : (explicit ?? heuristic),
    staleWhileRevalidate: hasNoCache ? 0 : staleWhileRevalidate,
    staleIfError: 0,
    notes: selectNotes(
      control['s-maxage'] !== undefined && 'Browsers ignore s-maxage.',
      !hasNoCache &&
        heuristic > 0 &&
        'No lifetime given: fresh for 10% of the time since Last-Modified.',
      !hasNoCache &&
        staleWhileRevalidate > 0 &&
        'Chromium serves stale data on client-side navigations: a second visit shows the old page.',
      hasMustRevalidate &&
        control['stale-while-revalidate'] !== undefined &&
        'must-revalidate forbids stale responses.',
    ),
  }
}

// With background updates, and without variants. nginx applies stale-if-error only when the origin is
// unreachable, not to 5xx responses.
function nginx(headers: HeaderValues): CacheBehavior {
  const control = parseCacheControl(headerLines(headers, 'Cache-Control'))
  if (isAmbiguous(headers, 'Cache-Control', control)) return unknownBehavior('Cache-Control')
  const reason = findReasonNotStored(headers, control, ['private', 'no-store', 'no-cache'])
  const ignored = describeIgnoredField(headers, 'nginx')
  if (reason) return notStored(reason, ignored)
  const varying = listMembers(headers, 'Vary').find((name) => name !== 'accept-encoding')
  if (varying) return notStored(`Vary names ${toTitleCase(varying)}`, ignored)

  const lifetime = sharedLifetime(control) ?? readExpiresLifetime(headers)
  if (lifetime === undefined) return notStored('no lifetime given', ignored)
  if (lifetime === 0) return notStored('the lifetime is 0', ignored)
  return {
    stored: true,
    ...readStaleTimes(control),
    lifetime,
    notes: selectNotes(
      ignored,
      (control['stale-if-error'] ?? 0) > 0 &&
        'stale-if-error applies only if the origin is unreachable: a 5xx response reaches the visitor.',
      forbidsStale(control) && allowsStale(control) && describeForbiddenStale(control),
      !mayStoreAuthenticated(control) &&
        'Also stores responses to requests with Authorization, which RFC 9111 §3.5 forbids.',
    ),
  }
}

// Configured to take its grace from the response, and to store nothing without Cache-Control.
function varnish(headers: HeaderValues): CacheBehavior {
  const control = parseCacheControl(headerLines(headers, 'Cache-Control'))
  if (isAmbiguous(headers, 'Cache-Control', control)) return unknownBehavior('Cache-Control')
  const reason = findReasonNotStored(headers, control, ['private', 'no-store', 'no-cache'])
  const ignored = describeIgnoredField(headers, 'Varnish')
  if (reason) return notStored(reason, ignored)
  if (headerLines(headers, 'Cache-Control').length === 0) {
    return notStored('no Cache-Control', ignored)
  }

  const explicit = sharedLifetime(control) ?? readExpiresLifetime(headers)
  if (explicit === 0) return notStored('the lifetime is 0', ignored)
  return {
    stored: true,
    ...readStaleTimes(control),
    lifetime: explicit ?? 120,
    notes: selectNotes(
      explicit === undefined && 'No lifetime given: fresh for 2 min (default_ttl).',
      ignored,
      forbidsStale(control) && allowsStale(control) && describeForbiddenStale(control),
      control['stale-while-revalidate'] === undefined &&
        'With its default configuration, Varnish serves stale for 10 s more (default_grace).',
      describeVary(headers),
    ),
  }
}

// https://vercel.com/docs/caching/cache-control-headers
function vercel(headers: HeaderValues): CacheBehavior {
  const { field, control } = effectiveDirectives(headers, targetLists.Vercel)
  if (isAmbiguous(headers, field, control)) return unknownBehavior(field)
  const reason = findReasonNotStored(headers, control, ['private', 'no-store', 'no-cache'])
  if (reason) return notStored(reason)
  const personal = listMembers(headers, 'Vary').find((name) =>
    /^(cookie|authorization)$/.test(name),
  )
  if (personal) return notStored(`Vary names ${toTitleCase(personal)}`)

  const isTargeted = field !== 'Cache-Control'
  const lifetime = isTargeted ? sharedLifetime(control) : control['s-maxage']
  if (!lifetime) return notStored(`${field} has no ${isTargeted ? 'lifetime' : 's-maxage'}`)
  return {
    stored: true,
    lifetime: Math.min(lifetime, 31_536_000),
    staleWhileRevalidate: control['stale-while-revalidate'] ?? 0,
    staleIfError: 0,
    notes: selectNotes(
      isTargeted && `Uses ${field} instead of Cache-Control.`,
      control['stale-if-error'] !== undefined && 'Ignores stale-if-error.',
      describeVercelForwarding(headers),
      describeVary(headers),
    ),
  }
}

// https://developers.cloudflare.com/cache/concepts/cache-control/, with Origin Cache Control.
function cloudflare(headers: HeaderValues): CacheBehavior {
  const { field, control } = effectiveDirectives(headers, targetLists.Cloudflare)
  if (isAmbiguous(headers, field, control)) return unknownBehavior(field)
  const reason = findReasonNotStored(headers, control, ['private', 'no-store'])
  if (reason) return notStored(reason)

  const isTargeted = field !== 'Cache-Control'
  const explicit =
    sharedLifetime(control) ?? (isTargeted ? undefined : readExpiresLifetime(headers))
  const isStaleForbidden = forbidsStale(control) || control['no-cache'] === true
  const ignoredByVary = listMembers(headers, 'Vary').filter((name) => name !== 'accept-encoding')
  return {
    stored: true,
    ...(isStaleForbidden ? { staleWhileRevalidate: 0, staleIfError: 0 } : readStaleTimes(control)),
    lifetime: control['no-cache'] ? 0 : (explicit ?? 7200),
    notes: selectNotes(
      'Applies only where a cache rule makes the URL eligible: by default, Cloudflare stores no HTML and no JSON.',
      isTargeted && `Uses ${field} instead of Cache-Control.`,
      explicit === undefined && !control['no-cache'] && 'No lifetime given: fresh for 2 h.',
      isStaleForbidden &&
        allowsStale(control) &&
        `${findDirectiveForbiddingStale(control)} forbids stale responses.`,
      ignoredByVary.length > 0 &&
        `One variant serves every ${ignoredByVary.map(toTitleCase).join(' and ')}, unless a cache rule enables Vary.`,
    ),
  }
}

const varyAny = 'Vary: * matches no other request'

function notStored(reason: string, ...more: (string | false)[]): CacheBehavior {
  return { stored: false, notes: selectNotes(`Not stored: ${reason}.`, ...more) }
}

function unknownBehavior(field: string): CacheBehavior {
  return {
    stored: false,
    notes: [`${field} is malformed or ambiguous, so this cache's behavior is unknown.`],
  }
}

/**
 * Returns the first field that is malformed, or that caches interpret differently; their behavior
 * is then unknown. Undefined if there is none.
 */
export function findAmbiguousField(headers: HeaderValues): string | undefined {
  const fields = ['Cache-Control', ...cdnHeaders.filter((name) => name.endsWith('Cache-Control'))]
  return fields.find((field) => {
    const lines = headerLines(headers, field)
    const parse = field === 'Cache-Control' ? parseCacheControl : parseTargetedField
    const control = parse(lines)
    return control !== undefined && isAmbiguous(headers, field, control)
  })
}

// Malformed values, and values that caches interpret differently: quoted lifetimes, which a sender
// must not use (RFC 9111 §5.2.2.1), and conflicting lifetimes.
function isAmbiguous(headers: HeaderValues, field: string, control: CacheControl): boolean {
  // Only the parser returns this object itself, for a malformed value.
  if (control === NO_STORE) return true
  if (field !== 'Cache-Control') return false
  const value = headerLines(headers, field).join(', ').toLowerCase()
  const lifetimes = [...value.matchAll(/(?<![a-z-])(max-age|s-maxage|stale-[a-z-]+)=("?\d+)/g)]
  const names = new Set(lifetimes.map(([, name]) => name))
  return (
    lifetimes.some(([, , seconds]) => seconds?.startsWith('"')) ||
    new Set(lifetimes.map(([lifetime]) => lifetime)).size > names.size
  )
}

function selectNotes(...candidates: (string | false)[]): string[] {
  return candidates.filter((note) => note !== false)
}

function findReasonNotStored(
  headers: HeaderValues,
  control: CacheControl,
  forbidding: ('private' | 'no-store' | 'no-cache')[],
): string | undefined {
  const directive = forbidding.find((name) => control[name])
  if (directive) return directive
  if (listMembers(headers, 'Vary').includes('*')) return varyAny
  if (headerLines(headers, 'Set-Cookie').length > 0) return 'the response sets a cookie'
  return undefined
}

function readStaleTimes(control: CacheControl) {
  return {
    staleWhileRevalidate: control['stale-while-revalidate'] ?? 0,
    staleIfError: control['stale-if-error'] ?? 0,
  }
}

function allowsStale(control: CacheControl): boolean {
  const { staleWhileRevalidate, staleIfError } = readStaleTimes(control)
  return staleWhileRevalidate > 0 || staleIfError > 0
}

function forbidsStale(control: CacheControl): boolean {
  return findDirectiveForbiddingStale(control) !== undefined
}

// RFC 9111 §4.2.4, §5.2.2.2, §5.2.2.8 and §5.2.2.10.
function findDirectiveForbiddingStale(control: CacheControl): string | undefined {
  const names = ['no-cache', 's-maxage', 'must-revalidate', 'proxy-revalidate'] as const
  return names.find((name) => control[name] !== undefined)
}

function describeForbiddenStale(control: CacheControl): string {
  return `Serves stale although ${findDirectiveForbiddingStale(control)} forbids it (RFC 9111 §4.2.4).`
}

function describeIgnoredField(headers: HeaderValues, cache: string): string | false {
  const targeted = cdnHeaders.filter((name) => name.endsWith('Cache-Control'))
  const field = targeted.find((name) => headerLines(headers, name).length > 0)
  return field !== undefined && `${cache} ignores ${field}.`
}

function describeVary(headers: HeaderValues): string | false {
  const names = listMembers(headers, 'Vary').map(toTitleCase)
  return names.length > 0 && `Stores one variant per ${names.join(' and ')}.`
}

function describeVercelForwarding(headers: HeaderValues): string | false {
  const {
    's-maxage': sMaxAge,
    'stale-while-revalidate': staleWhileRevalidate,
    ...rest
  } = parseCacheControl(headerLines(headers, 'Cache-Control'))
  if (sMaxAge === undefined && staleWhileRevalidate === undefined) return false
  const forwarded =
    rest['max-age'] === undefined ? 'public, max-age=0, must-revalidate' : formatCacheControl(rest)
  return `Removes s-maxage and stale-while-revalidate: the browser receives "${forwarded}".`
}

function readExpiresLifetime(headers: HeaderValues): number | undefined {
  return lifetimeFromExpires(headers, new Date())
}

// Chromium's version of RFC 9111 §4.2.2.
function computeHeuristicFreshness(headers: HeaderValues): number {
  const date = parseDateHeader(headers, 'Date') || Date.now()
  return Math.floor(Math.max(0, (date - parseDateHeader(headers, 'Last-Modified')) / 10_000) || 0)
}

function toTitleCase(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase())
}
