import { type GeoTrust, readVisitor, type Visitor, vercelGeoHeaders } from '@repo/auth-headers'
import type { GetServerSidePropsContext } from 'next'
import { readEnv } from '#server/env.ts'

type Asked = Pick<GetServerSidePropsContext, 'req' | 'query'>

/** Who says where visitors are. */
export type GeoSource = 'vercel' | 'proxy' | 'form' | 'nobody'

/** Who is believed here; in development a form may say anything. */
export function geoSource(): GeoSource {
  const { geoTrust, isDevelopment } = readEnv()
  if (isDevelopment) return 'form'
  return typeof geoTrust === 'object' ? 'proxy' : geoTrust
}

/**
 * The country of a visitor, and the request header that a page about it varies on: a cache keeps one
 * for each country. For pages that everybody in a country may see.
 */
export function countryOf(asked: Asked): { country: string | null; varyOn: string[] } {
  const { geoTrust } = readEnv()
  const name = geoTrust === 'vercel' ? vercelGeoHeaders.country : namesIn(geoTrust).country
  return { country: visitorOf(asked).country, varyOn: name === undefined ? [] : [name] }
}

/** All that is said of where a visitor is. For pages that nobody keeps. */
export function visitorOf({ req, query }: Asked): Visitor {
  const { geoTrust, isDevelopment } = readEnv()
  return isDevelopment
    ? readVisitor({ ...req.headers, ...triedHeaders(query) }, 'vercel')
    : readVisitor(req.headersDistinct, geoTrust)
}

/** What Vercel would say of the visitor whom a developer tries. */
function triedHeaders(query: Asked['query']): Record<string, string> {
  const { country, region, city, timeZone } = vercelGeoHeaders
  const tried = [
    [country, query.country],
    [region, query.region],
    [city, query.city && encodeURIComponent(String(query.city))],
    [timeZone, query.timeZone],
    ['accept-language', query.languages],
  ] as const
  return Object.fromEntries(
    tried.flatMap(([name, value]) => (typeof value === 'string' && value ? [[name, value]] : [])),
  )
}

function namesIn(trust: GeoTrust): Exclude<GeoTrust, string> {
  return typeof trust === 'object' ? trust : {}
}
