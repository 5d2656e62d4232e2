import { getSingleValue, type RequestHeaders } from './request-headers.ts'

/** A visitor's location and languages; null for unknown. */
export type Visitor = {
  /** ISO 3166-1 alpha-2 code. */
  country: string | null
  /** ISO 3166-2 code without the country. */
  region: string | null
  city: string | null
  /** IANA name. */
  timeZone: string | null
  /** BCP 47 tags by preference, from Accept-Language (RFC 9110 §12.5.4). */
  languages: string[]
}

/** Names, in lower case, of the geolocation headers that a trusted proxy sets. */
export type GeoHeaders = {
  country?: string | undefined
  region?: string | undefined
  /** Its value is URL-encoded. */
  city?: string | undefined
  timeZone?: string | undefined
}

/** Vercel's geolocation headers: https://vercel.com/docs/headers/request-headers */
export const vercelGeoHeaders = {
  country: 'x-vercel-ip-country',
  region: 'x-vercel-ip-country-region',
  city: 'x-vercel-ip-city',
  timeZone: 'x-vercel-ip-timezone',
} as const satisfies GeoHeaders

const MAX_LANGUAGES = 10

/** Reads a visitor's location from trusted headers only, because every client can send them. */
export function readVisitor(headers: RequestHeaders, trustedHeaders: GeoHeaders = {}): Visitor {
  const read = (name: string | undefined) => (name && getSingleValue(headers, name)) ?? ''
  const country = matchOrNull(/^[A-Z]{2}$/, read(trustedHeaders.country))
  return {
    // Networks send XX for an unknown country.
    country: country === 'XX' ? null : country,
    region: matchOrNull(/^[A-Z\d]{1,3}$/, read(trustedHeaders.region)),
    city: parseCity(read(trustedHeaders.city)),
    timeZone: parseTimeZone(read(trustedHeaders.timeZone)),
    languages: parseLanguages(getSingleValue(headers, 'accept-language') ?? ''),
  }
}

function matchOrNull(pattern: RegExp, value: string): string | null {
  return pattern.test(value) ? value : null
}

function parseCity(value: string): string | null {
  if (!/^[\x21-\x7e]{1,300}$/.test(value)) return null
  const city = decode(value)
  // Control characters, and those that reverse the direction of the surrounding text.
  if (city === null || /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(city)) return null
  return /\p{L}/u.test(city) && city.length <= 100 ? city : null
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}

function parseTimeZone(value: string): string | null {
  if (!/^[A-Za-z][\w+/-]{1,63}$/.test(value)) return null
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return value
  } catch {
    return null
  }
}

// The wildcard names no language.
function parseLanguages(value: string): string[] {
  const languages = value
    .slice(0, 1000)
    .split(',')
    .map((range) =>
      /^[ \t]*([A-Za-z\d-]+)(?:[ \t]*;[ \t]*q=([01](?:\.\d{0,3})?))?[ \t]*$/.exec(range),
    )
    .map((match) => ({ tag: parseLanguageTag(match?.[1]), quality: Number(match?.[2] ?? 1) }))
    .filter(({ tag, quality }) => tag !== undefined && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .flatMap(({ tag }) => tag ?? [])
  return [...new Set(languages)].slice(0, MAX_LANGUAGES)
}

function parseLanguageTag(tag: string | undefined): string | undefined {
  try {
    return tag === undefined ? undefined : Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
