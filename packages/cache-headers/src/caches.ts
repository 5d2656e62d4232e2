import {
  type CacheControl,
  formatCacheControl,
  nobody,
  parseCacheControl,
} from './cache-control.ts'
import { cdnHeaders } from './cache-headers.ts'
import { dateOf, expiresAfter } from './freshness.ts'
import { type HeaderValues, linesOf, namesIn } from './header-lines.ts'
import { mayStoreAuthenticated, sharedLifetime } from './stricter.ts'
import { effectiveDirectives } from './targeted.ts'

/** What a cache makes of a response; times are seconds, those of stale answers from `fresh` on. */
export type Verdict =
  | { kept: false; notes: string[] }
  | { kept: true; fresh: number; whileRevalidating: number; ifError: number; notes: string[] }

/** The caches that are explained, each with its rules. */
export const caches = [
  { name: 'browser', judge: browser },
  { name: 'nginx', judge: nginx },
  { name: 'Varnish', judge: varnish },
  { name: 'Vercel', judge: vercel },
  { name: 'Cloudflare', judge: cloudflare },
] as const satisfies { name: string; judge: (headers: HeaderValues) => Verdict }[]

// Chromium. It ignores s-maxage and targeted fields, and has no stale-if-error.
function browser(headers: HeaderValues): Verdict {
  const control = parseCacheControl(linesOf(headers, 'Cache-Control'))
  if (isDoubtful(headers, 'Cache-Control', control)) return doubtful('Cache-Control')
  if (control['no-store']) return refused('no-store forbids it')
  if (namesIn(headers, 'Vary').includes('*')) return refused('Vary: * fits no other request')

  const revalidates = control['must-revalidate'] === true
  const said = control['max-age'] ?? expires(headers)
  const guessed = said === undefined && !revalidates ? tenthOfItsAge(headers) : 0
  const whileRevalidating = revalidates ? 0 : (control['stale-while-revalidate'] ?? 0)
  const noCache = control['no-cache'] === true
  return {
    kept: true,
    fresh: noCache ? 0 : (said ?? guessed),
    whileRevalidating: noCache ? 0 : whileRevalidating,
    ifError: 0,
    notes: notes(
      control['s-maxage'] !== undefined && 's-maxage is not for browsers.',
      !noCache &&
        guessed > 0 &&
        'No time is given: it takes a tenth of the time since Last-Modified.',
      !noCache &&
        whileRevalidating > 0 &&
        'Chromium does so for the data of client navigations: a second visit shows the old page.',
      revalidates &&
        control['stale-while-revalidate'] !== undefined &&
        'must-revalidate forbids it to show an old response.',
    ),
  }
}

// With background updates, as nginx does them when the response allows them. What an origin answers is
// an answer to it, a 5xx too: stale-if-error is for an origin that does not.
function nginx(headers: HeaderValues): Verdict {
  const control = parseCacheControl(linesOf(headers, 'Cache-Control'))
  if (isDoubtful(headers, 'Cache-Control', control)) return doubtful('Cache-Control')
  const why = whyNot(headers, control, ['private', 'no-store', 'no-cache'])
  const ignored = targetedNote(headers, 'nginx')
  if (why) return refused(why, ignored)

  const fresh = sharedLifetime(control) ?? expires(headers)
  if (fresh === undefined) return refused('no time is given', ignored)
  if (fresh === 0) return refused('the time given is 0', ignored)
  return {
    kept: true,
    ...staleTimes(control),
    fresh,
    notes: notes(
      ignored,
      (control['stale-if-error'] ?? 0) > 0 &&
        'An origin that answers with a 5xx does not fail for it: the visitor gets the 5xx.',
      forbidsStale(control) && mayBeStale(control) && servesStaleAllTheSame(control),
      !mayStoreAuthenticated(control) &&
        'It keeps what was answered to an Authorization header too, which RFC 9111 §3.5 forbids.',
      varyNote(headers),
    ),
  }
}

// Its grace is set from the response. What gives no time has that of its parameter default_ttl.
function varnish(headers: HeaderValues): Verdict {
  const control = parseCacheControl(linesOf(headers, 'Cache-Control'))
  if (isDoubtful(headers, 'Cache-Control', control)) return doubtful('Cache-Control')
  const why = whyNot(headers, control, ['private', 'no-store', 'no-cache'])
  const ignored = targetedNote(headers, 'Varnish')
  if (why) return refused(why, ignored)

  const said = sharedLifetime(control) ?? expires(headers)
  if (said === 0) return refused('the time given is 0', ignored)
  return {
    kept: true,
    ...staleTimes(control),
    fresh: said ?? 120,
    notes: notes(
      said === undefined && 'No time is given: it takes 2 min, its parameter default_ttl.',
      ignored,
      forbidsStale(control) && mayBeStale(control) && servesStaleAllTheSame(control),
      control['stale-while-revalidate'] === undefined &&
        'As it comes, without a configuration of its own, it answers with the old response for 10 s more.',
      varyNote(headers),
    ),
  }
}

// https://vercel.com/docs/caching/cache-control-headers
function vercel(headers: HeaderValues): Verdict {
  const { field, control } = effectiveDirectives(headers, [
    'Vercel-CDN-Cache-Control',
    'CDN-Cache-Control',
  ])
  if (isDoubtful(headers, field, control)) return doubtful(field)
  const why = whyNot(headers, control, ['private', 'no-store', 'no-cache'])
  if (why) return refused(why)
  const personal = namesIn(headers, 'Vary').find((name) => /^(cookie|authorization)$/.test(name))
  if (personal) return refused(`Vary names ${inTitleCase(personal)}`)

  const targeted = field !== 'Cache-Control'
  const fresh = targeted ? sharedLifetime(control) : control['s-maxage']
  if (!fresh) return refused(`${field} gives no ${targeted ? 'time' : 's-maxage'}`)
  return {
    kept: true,
    fresh: Math.min(fresh, 31_536_000),
    whileRevalidating: control['stale-while-revalidate'] ?? 0,
    ifError: 0,
    notes: notes(
      targeted && `It goes by ${field}, and not by Cache-Control.`,
      control['stale-if-error'] !== undefined && 'It does not know stale-if-error.',
      sentOnByVercel(headers),
      varyNote(headers),
    ),
  }
}

// https://developers.cloudflare.com/cache/concepts/cache-control/, with Origin Cache Control.
function cloudflare(headers: HeaderValues): Verdict {
  const { field, control } = effectiveDirectives(headers, [
    'Cloudflare-CDN-Cache-Control',
    'CDN-Cache-Control',
  ])
  if (isDoubtful(headers, field, control)) return doubtful(field)
  const why = whyNot(headers, control, ['private', 'no-store'])
  if (why) return refused(why)

  const targeted = field !== 'Cache-Control'
  const said = sharedLifetime(control) ?? (targeted ? undefined : expires(headers))
  const strict = forbidsStale(control) || control['no-cache'] === true
  const others = namesIn(headers, 'Vary').filter((name) => name !== 'accept-encoding')
  return {
    kept: true,
    ...(strict ? { whileRevalidating: 0, ifError: 0 } : staleTimes(control)),
    fresh: control['no-cache'] ? 0 : (said ?? 7200),
    notes: notes(
      'All this only where a cache rule makes the address eligible: it keeps no HTML and no JSON by itself.',
      targeted && `It goes by ${field}, and not by Cache-Control.`,
      said === undefined && !control['no-cache'] && 'No time is given: it takes 2 h.',
      strict &&
        mayBeStale(control) &&
        `${whatForbids(control)} forbids it to answer with an old response.`,
      others.length > 0 &&
        `One copy serves every ${others.map(inTitleCase).join(' and ')}, unless a cache rule turns Vary on.`,
    ),
  }
}

function refused(reason: string, ...told: (string | false)[]): Verdict {
  return { kept: false, notes: notes(`Keeps nothing: ${reason}.`, ...told) }
}

function doubtful(field: string): Verdict {
  return {
    kept: false,
    notes: [
      `${field} is not written as the RFC has it: what this cache makes of it cannot be told.`,
    ],
  }
}

// What cannot be read, and what real caches read in different ways: times in quotes, which nobody may
// send (RFC 9111 §5.2.2.1), and times given twice.
function isDoubtful(headers: HeaderValues, field: string, control: CacheControl): boolean {
  if (control === nobody) return true
  if (field !== 'Cache-Control') return false
  const value = linesOf(headers, field).join(', ').toLowerCase()
  const times = [...value.matchAll(/(max-age|s-maxage|stale-[a-z-]+)=("?\d+)/g)]
  const names = new Set(times.map(([, name]) => name))
  return (
    times.some(([, , seconds]) => seconds?.startsWith('"')) ||
    new Set(times.map(([time]) => time)).size > names.size
  )
}

function notes(...told: (string | false)[]): string[] {
  return told.filter((note) => note !== false)
}

// What keeps every shared cache here from keeping a response.
function whyNot(
  headers: HeaderValues,
  control: CacheControl,
  forbidding: ('private' | 'no-store' | 'no-cache')[],
): string | undefined {
  const forbids = forbidding.find((name) => control[name])
  if (forbids) return `${forbids} forbids it`
  if (namesIn(headers, 'Vary').includes('*')) return 'Vary: * fits no other request'
  if (linesOf(headers, 'Set-Cookie').length > 0) return 'the response sets a cookie'
  return undefined
}

function staleTimes(control: CacheControl): { whileRevalidating: number; ifError: number } {
  return {
    whileRevalidating: control['stale-while-revalidate'] ?? 0,
    ifError: control['stale-if-error'] ?? 0,
  }
}

function mayBeStale(control: CacheControl): boolean {
  const { whileRevalidating, ifError } = staleTimes(control)
  return whileRevalidating > 0 || ifError > 0
}

// RFC 9111 §4.2.4, §5.2.2.2, §5.2.2.8 and §5.2.2.10.
function forbidsStale(control: CacheControl): boolean {
  return whatForbids(control) !== undefined
}

function whatForbids(control: CacheControl): string | undefined {
  const names = ['no-cache', 's-maxage', 'must-revalidate', 'proxy-revalidate'] as const
  return names.find((name) => control[name] !== undefined)
}

function servesStaleAllTheSame(control: CacheControl): string {
  return `${whatForbids(control)} would forbid old responses (RFC 9111 §4.2.4); it answers with them all the same.`
}

function targetedNote(headers: HeaderValues, cache: string): string | false {
  const targeted = cdnHeaders.filter((name) => name.endsWith('Cache-Control'))
  const field = targeted.find((name) => linesOf(headers, name).length > 0)
  return field !== undefined && `${cache} does not know ${field}.`
}

function varyNote(headers: HeaderValues): string | false {
  const names = namesIn(headers, 'Vary').map(inTitleCase)
  return names.length > 0 && `It keeps a copy for each ${names.join(' and ')}.`
}

function sentOnByVercel(headers: HeaderValues): string | false {
  const {
    's-maxage': shared,
    'stale-while-revalidate': stale,
    ...rest
  } = parseCacheControl(linesOf(headers, 'Cache-Control'))
  if (shared === undefined && stale === undefined) return false
  const left =
    rest['max-age'] === undefined ? 'public, max-age=0, must-revalidate' : formatCacheControl(rest)
  return `s-maxage and stale-while-revalidate stay with it: the browser gets "${left}".`
}

function expires(headers: HeaderValues): number | undefined {
  return expiresAfter(headers, new Date())
}

// The heuristic of RFC 9111 §4.2.2, as Chromium has it.
function tenthOfItsAge(headers: HeaderValues): number {
  const date = dateOf(headers, 'Date') || Date.now()
  return Math.floor(Math.max(0, (date - dateOf(headers, 'Last-Modified')) / 10_000) || 0)
}

function inTitleCase(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase())
}
