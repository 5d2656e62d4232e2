import { expect, test } from 'vitest'
import { simulateQuery } from './cache-simulation.server.ts'
import { MAX_EVENTS } from './simulated-events.ts'

const documented = 'Cache-Control: public, s-maxage=10, stale-while-revalidate=59'

test('starts with the header of the documentation and empty caches', () => {
  const { simulations, explanations, ...rest } = simulateQuery({})
  expect(rest).toEqual({ headers: documented, headersError: null, events: [], eventsError: null })
  expect(simulations.map(({ cache }) => cache)).toEqual([
    'browser',
    'nginx',
    'Varnish',
    'Vercel',
    'Cloudflare',
  ])
  expect(explanations).toHaveLength(5)
})

test('takes the header of the documentation for an empty field', () => {
  expect(simulateQuery({ headers: ' ', event: 'request' })).toMatchObject({
    headers: documented,
    events: ['request'],
  })
})

test('adds the event of the pressed button to the earlier ones', () => {
  const query = { headers: documented, events: 'request.wait-30.change', event: 'request' }
  const { events, simulations } = simulateQuery(query)
  expect(events).toEqual(['request', 'wait-30', 'change', 'request'])
  expect(simulations[1]?.responses.map((response) => response?.outcome)).toEqual([
    'miss',
    undefined,
    undefined,
    'stale',
  ])
})

test('accepts several lines and any case', () => {
  const headers = 'cache-control: no-store\r\nCDN-CACHE-CONTROL: max-age=60\r\n'
  const { simulations, ...rest } = simulateQuery({ headers, events: 'request.request' })
  expect(rest.headers).toBe('cache-control: no-store\nCDN-CACHE-CONTROL: max-age=60')
  expect(simulations[3]?.responses.map((response) => response?.outcome)).toEqual(['miss', 'hit'])
})

test.each([
  ['max-age=60', 'Line 1 is not a header. Use a name and a value: Cache-Control: max-age=60'],
  [
    'Cache-Control: public\nVary: \u{1f600}',
    'Line 2 is not a header. Use a name and a value: Cache-Control: max-age=60',
  ],
  [
    'X-Cache: HIT',
    'Line 1: use one of Cache-Control, CDN-Cache-Control, Vercel-CDN-Cache-Control, Cloudflare-CDN-Cache-Control, Vary, Set-Cookie.',
  ],
  [
    'Cache-Control: max-age=1, max-age=2',
    'Cache-Control is malformed or ambiguous: caches interpret it differently.',
  ],
  [`Vary: ${'a'.repeat(500)}`, 'Headers can have up to 500 characters.'],
])('rejects the headers %s', (headers, headersError) => {
  expect(simulateQuery({ headers, events: 'request' })).toEqual({
    headers,
    headersError,
    events: ['request'],
    eventsError: null,
    simulations: [],
    explanations: [],
  })
})

test('rejects an unknown event, and more events than fit', () => {
  expect(simulateQuery({ events: 'request.constructor' })).toMatchObject({
    events: [],
    eventsError: 'The URL has an unknown event, so the simulation starts over.',
  })
  const full = Array.from({ length: MAX_EVENTS }, () => 'request')
  expect(simulateQuery({ events: full.join('.') }).eventsError).toBeNull()
  expect(simulateQuery({ events: full.join('.'), event: 'change' })).toMatchObject({
    events: full,
    eventsError: 'A simulation has up to 30 events. Start over to continue.',
  })
})
