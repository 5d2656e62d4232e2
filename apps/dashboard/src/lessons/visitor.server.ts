import { readVisitor, type Visitor, vercelGeoHeaders } from '@repo/auth-headers'
import type { GetServerSidePropsContext } from 'next'
import { readEnv } from '#server/process/env.ts'

type Request = Pick<GetServerSidePropsContext, 'req' | 'query'>

/** Where a visitor's location comes from: trusted headers or, in development, the query. */
export type GeoSource = 'vercel' | 'proxy' | 'query' | 'none'

export function getGeoSource(): GeoSource {
  const { trustedGeoHeaders, isDevelopment } = readEnv()
  if (isDevelopment) return 'query'
  if (!trustedGeoHeaders) return 'none'
  return trustedGeoHeaders === vercelGeoHeaders ? 'vercel' : 'proxy'
}

/**
 * Reads a visitor's country, and the request header to vary on: a shared cache stores one page for
 * each country. For public pages.
 */
export function readCountry(request: Request): { country: string | null; varyOn: string[] } {
  const name = readEnv().trustedGeoHeaders?.country
  return { country: readRequestVisitor(request).country, varyOn: name === undefined ? [] : [name] }
}

/** Reads everything known about a visitor's location. For private pages. */
export function readRequestVisitor({ req, query }: Request): Visitor {
  const { trustedGeoHeaders, isDevelopment } = readEnv()
  return isDevelopment
    ? readVisitor({ ...req.headers, ...simulatedGeoHeaders(query) }, vercelGeoHeaders)
    : readVisitor(req.headersDistinct, trustedGeoHeaders)
}

/** Returns the headers that Vercel would send for the values in the query. */
function simulatedGeoHeaders(query: Request['query']): Record<string, string> {
  const { country, region, city, timeZone } = vercelGeoHeaders
  const headers = [
    [country, query.country],
    [region, query.region],
    [city, query.city && encodeURIComponent(String(query.city))],
    [timeZone, query.timeZone],
    ['accept-language', query.languages],
  ] as const
  return Object.fromEntries(
    headers.flatMap(([name, value]) => (typeof value === 'string' && value ? [[name, value]] : [])),
  )
}

/** Returns the English name of a country code, on the server because browsers differ in it. */
export function formatCountry(country: string | null): string {
  if (country === null) return 'unknown'
  return new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country
}

/** Returns the time of day in a time zone. */
export function formatTimeIn(timeZone: string | null, now: Date): string {
  if (timeZone === null) return 'unknown'
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(now)
}
