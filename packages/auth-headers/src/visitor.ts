import { type RequestHeaders, singleOf } from './request-headers.ts'

/** Where a visitor is, as far as somebody says it who knows; null is "nobody says". */
export type Visitor = {
  /** ISO 3166-1 code of two letters. */
  country: string | null
  /** ISO 3166-2 code, without the country. */
  region: string | null
  city: string | null
  /** IANA name. */
  timeZone: string | null
  /** BCP 47 tags, most wanted first: the visitor's own word, by Accept-Language. */
  languages: string[]
}

/** Names of the headers, in lower case, by which a proxy says where a visitor is. */
export type GeoHeaders = {
  country?: string | undefined
  region?: string | undefined
  /** Its value is URL-encoded. */
  city?: string | undefined
  timeZone?: string | undefined
}

/** Who is believed: Vercel, which sets its headers itself, a proxy that does so, or nobody. */
export type GeoTrust = 'nobody' | 'vercel' | GeoHeaders

/** The headers that Vercel sets: https://vercel.com/docs/headers/request-headers */
export const vercelGeoHeaders = {
  country: 'x-vercel-ip-country',
  region: 'x-vercel-ip-country-region',
  city: 'x-vercel-ip-city',
  timeZone: 'x-vercel-ip-timezone',
} as const satisfies GeoHeaders

const mostLanguages = 10

/** Tells where a visitor is. Anybody can send these headers: only what trust names is believed. */
export function visitorFrom(headers: RequestHeaders, trust: GeoTrust): Visitor {
  const names: GeoHeaders = trust === 'nobody' ? {} : trust === 'vercel' ? vercelGeoHeaders : trust
  const said = (name: string | undefined) => (name === undefined ? '' : singleOf(headers, name))
  const country = matching(/^[A-Z]{2}$/, said(names.country))
  return {
    // Networks say XX where they do not know.
    country: country === 'XX' ? null : country,
    region: matching(/^[A-Z\d]{1,3}$/, said(names.region)),
    city: cityFrom(said(names.city)),
    timeZone: timeZoneFrom(said(names.timeZone)),
    languages: languagesFrom(singleOf(headers, 'accept-language')),
  }
}

function matching(form: RegExp, value = ''): string | null {
  return form.test(value) ? value : null
}

function cityFrom(value = ''): string | null {
  if (!/^[\x21-\x7e]{1,300}$/.test(value)) return null
  const city = decoded(value)
  // Control characters, and those that turn the direction of the text around them.
  if (city === null || /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(city)) return null
  return /\p{L}/u.test(city) && city.length <= 100 ? city : null
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}

function timeZoneFrom(value = ''): string | null {
  if (!/^[A-Za-z][\w+/-]{1,63}$/.test(value)) return null
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return value
  } catch {
    return null
  }
}

// RFC 9110 §12.5.4. A wildcard asks for nothing.
function languagesFrom(value = ''): string[] {
  const wanted = value
    .slice(0, 1000)
    .split(',')
    .map((range) =>
      /^[ \t]*([A-Za-z\d-]+)(?:[ \t]*;[ \t]*q=([01](?:\.\d{0,3})?))?[ \t]*$/.exec(range),
    )
    .map((match) => ({ tag: tagFrom(match?.[1]), quality: Number(match?.[2] ?? 1) }))
    .filter(({ tag, quality }) => tag !== undefined && quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .flatMap(({ tag }) => tag ?? [])
  return [...new Set(wanted)].slice(0, mostLanguages)
}

function tagFrom(tag: string | undefined): string | undefined {
  try {
    return tag === undefined ? undefined : Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
