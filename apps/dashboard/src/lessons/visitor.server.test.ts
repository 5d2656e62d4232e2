import type { IncomingMessage } from 'node:http'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  formatCountry,
  formatTimeIn,
  getGeoSource,
  readCountry,
  readRequestVisitor,
} from './visitor.server.ts'

const unknown = { country: null, region: null, city: null, timeZone: null, languages: [] }
const geoHeaders = { 'x-vercel-ip-country': 'CH', 'x-vercel-ip-city': 'Z%C3%BCrich', 'x-geo': 'FR' }
const simulated = {
  country: 'NO',
  city: 'Tromsø',
  timeZone: 'Europe/Oslo',
  languages: 'nb, en;q=0.5',
}

function requestWith(env: Record<string, string>, query = {}) {
  vi.stubEnv('NODE_ENV', 'production')
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const headersDistinct = Object.fromEntries(
    Object.entries(geoHeaders).map(([name, value]) => [name, [value]]),
  )
  const req = { headers: geoHeaders, headersDistinct } as unknown as IncomingMessage
  return { req: Object.assign(req, { cookies: {} }), query }
}

test('ignores headers without a trusted proxy, and the query in production', () => {
  const request = requestWith({}, simulated)
  expect(readRequestVisitor(request)).toEqual(unknown)
  expect(readCountry(request)).toEqual({ country: null, varyOn: [] })
  expect(getGeoSource()).toBe('none')
})

test('trusts Vercel’s headers on Vercel, and varies public pages on the country', () => {
  const request = requestWith({ VERCEL: '1' }, simulated)
  expect(readRequestVisitor(request)).toEqual({ ...unknown, country: 'CH', city: 'Zürich' })
  expect(readCountry(request)).toEqual({ country: 'CH', varyOn: ['x-vercel-ip-country'] })
  expect(getGeoSource()).toBe('vercel')
})

test('trusts the headers of GEO_HEADERS', () => {
  const request = requestWith({ GEO_HEADERS: 'country=x-geo' })
  expect(readRequestVisitor(request)).toEqual({ ...unknown, country: 'FR' })
  expect(readCountry(request)).toEqual({ country: 'FR', varyOn: ['x-geo'] })
  expect(getGeoSource()).toBe('proxy')
})

test('validates the values of the query in development', () => {
  const request = requestWith({ NODE_ENV: 'development' }, simulated)
  expect(readRequestVisitor(request)).toEqual({
    country: 'NO',
    region: null,
    city: 'Tromsø',
    timeZone: 'Europe/Oslo',
    languages: ['nb', 'en'],
  })
  expect(getGeoSource()).toBe('query')
  const wrong = requestWith(
    { NODE_ENV: 'development' },
    { country: 'Norway', timeZone: 'Mars/Base' },
  )
  expect(readRequestVisitor(wrong)).toMatchObject({ country: null, timeZone: null })
})

test('formats a country code as its name, and an unassigned code as itself', () => {
  expect(formatCountry('CH')).toBe('Switzerland')
  expect(formatCountry('QZ')).toBe('QZ')
  expect(formatCountry(null)).toBe('unknown')
})

test('formats the time of day in a time zone', () => {
  const noon = new Date('2026-06-01T12:00:00Z')
  expect(formatTimeIn('Asia/Kolkata', noon)).toBe('17:30')
  expect(formatTimeIn(null, noon)).toBe('unknown')
})
