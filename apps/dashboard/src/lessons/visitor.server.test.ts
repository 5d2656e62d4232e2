import type { IncomingMessage } from 'node:http'
import { expect, onTestFinished, test, vi } from 'vitest'
import { countryOf, geoSource, visitorOf } from './visitor.server.ts'

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

test('believes no header where nobody sets them, and no form', () => {
  const request = asked({}, tried)
  expect(visitorOf(request)).toEqual(unknown)
  expect(countryOf(request)).toEqual({ country: null, varyOn: [] })
  expect(geoSource()).toBe('nobody')
})

test('believes Vercel on Vercel, and has caches keep a page for each country', () => {
  const request = asked({ VERCEL: '1' }, tried)
  expect(visitorOf(request)).toEqual({ ...unknown, country: 'CH', city: 'Zürich' })
  expect(countryOf(request)).toEqual({ country: 'CH', varyOn: ['x-vercel-ip-country'] })
  expect(geoSource()).toBe('vercel')
})

test('believes the header that a proxy is known to set', () => {
  const request = asked({ GEO_HEADERS: 'country=x-geo' })
  expect(visitorOf(request)).toEqual({ ...unknown, country: 'FR' })
  expect(countryOf(request)).toEqual({ country: 'FR', varyOn: ['x-geo'] })
  expect(geoSource()).toBe('proxy')
})

test('lets a developer try values, which are checked as any', () => {
  const request = asked({ NODE_ENV: 'development' }, tried)
  expect(visitorOf(request)).toEqual({
    country: 'NO',
    region: null,
    city: 'Tromsø',
    timeZone: 'Europe/Oslo',
    languages: ['nb', 'en'],
  })
  expect(geoSource()).toBe('form')
  const wrong = asked({ NODE_ENV: 'development' }, { country: 'Norway', timeZone: 'Mars/Base' })
  expect(visitorOf(wrong)).toMatchObject({ country: null, timeZone: null })
})
