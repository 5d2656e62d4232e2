import type { IncomingMessage } from 'node:http'
import { expect, onTestFinished, test, vi } from 'vitest'
import { getGeoSource, readCountry, readRequestVisitor } from './visitor.server.ts'

const unknown = { country: null, region: null, city: null, timeZone: null, languages: [] }
const claimed = { 'x-vercel-ip-country': 'CH', 'x-vercel-ip-city': 'Z%C3%BCrich', 'x-geo': 'FR' }
const tried = { country: 'NO', city: 'Tromsø', timeZone: 'Europe/Oslo', languages: 'nb, en;q=0.5' }

function asked(env: Record<string, string>, query = {}) {
  vi.stubEnv('NODE_ENV', 'production')
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const headersDistinct = Object.fromEntries(
    Object.entries(claimed).map(([name, value]) => [name, [value]]),
  )
  const req = { headers: claimed, headersDistinct } as unknown as IncomingMessage
  return { req: Object.assign(req, { cookies: {} }), query }
}

test('ignores headers without a trusted proxy, and the query in production', () => {
  const request = asked({}, tried)
  expect(readRequestVisitor(request)).toEqual(unknown)
  expect(readCountry(request)).toEqual({ country: null, varyOn: [] })
  expect(getGeoSource()).toBe('none')
})

test('trusts Vercel’s headers on Vercel, and varies public pages on the country', () => {
  const request = asked({ VERCEL: '1' }, tried)
  expect(readRequestVisitor(request)).toEqual({ ...unknown, country: 'CH', city: 'Zürich' })
  expect(readCountry(request)).toEqual({ country: 'CH', varyOn: ['x-vercel-ip-country'] })
  expect(getGeoSource()).toBe('vercel')
})

test('trusts the headers of GEO_HEADERS', () => {
  const request = asked({ GEO_HEADERS: 'country=x-geo' })
  expect(readRequestVisitor(request)).toEqual({ ...unknown, country: 'FR' })
  expect(readCountry(request)).toEqual({ country: 'FR', varyOn: ['x-geo'] })
  expect(getGeoSource()).toBe('proxy')
})

test('validates the values of the query in development', () => {
  const request = asked({ NODE_ENV: 'development' }, tried)
  expect(readRequestVisitor(request)).toEqual({
    country: 'NO',
    region: null,
    city: 'Tromsø',
    timeZone: 'Europe/Oslo',
    languages: ['nb', 'en'],
  })
  expect(getGeoSource()).toBe('query')
  const wrong = asked({ NODE_ENV: 'development' }, { country: 'Norway', timeZone: 'Mars/Base' })
  expect(readRequestVisitor(wrong)).toMatchObject({ country: null, timeZone: null })
})
