import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readVisitor, vercelGeoHeaders } from './visitor.ts'

const headers = {
  'x-vercel-ip-country': 'CH',
  'x-vercel-ip-country-region': 'ZH',
  'x-vercel-ip-city': 'Z%C3%BCrich',
  'x-vercel-ip-timezone': 'Europe/Zurich',
  'accept-language': 'de-CH, fr;q=0.5, en;q=0.8, *;q=0.1',
}
const unknown = { country: null, region: null, city: null, timeZone: null, languages: [] }

test('reads Vercel’s headers where they are trusted', () => {
  expect(readVisitor(headers, vercelGeoHeaders)).toEqual({
    country: 'CH',
    region: 'ZH',
    city: 'Zürich',
    timeZone: 'Europe/Zurich',
    languages: ['de-CH', 'en', 'fr'],
  })
})

test('ignores geolocation headers by default, because clients can send them', () => {
  expect(readVisitor(headers)).toEqual({
    ...unknown,
    languages: ['de-CH', 'en', 'fr'],
  })
})

test('reads only the headers that the trusted proxy sets', () => {
  expect(readVisitor({ ...headers, 'cf-ipcountry': 'FR' }, { country: 'cf-ipcountry' })).toEqual({
    ...unknown,
    country: 'FR',
    languages: ['de-CH', 'en', 'fr'],
  })
})

test('reads web Headers', () => {
  expect(readVisitor(new Headers(headers), vercelGeoHeaders).city).toBe('Zürich')
})

test.each([
  ['country', ['', 'ch', 'CHE', 'C1', 'T1', 'XX', 'CH ', 'CH\n', '<b', 'É', ['CH', 'FR']]],
  ['region', ['', 'zh', 'LONG', 'Z-H', '<b>']],
  [
    'city',
    [
      '',
      '%',
      '%C3',
      '%ff',
      'Zürich',
      'Z%0Arich',
      '%00',
      '%E2%80%AEevil',
      '%20',
      '123',
      'a b',
      'x'.repeat(101),
    ],
  ],
  ['timeZone', ['', 'Mars/Base', '+01:00', 'Europe/Zurich ', '../../etc', 'x'.repeat(65)]],
] as const)('rejects as a %s: %j', (field, values) => {
  for (const value of values) {
    expect(readVisitor({ [vercelGeoHeaders[field]]: value }, vercelGeoHeaders)).toEqual(unknown)
  }
})

test.each([
  ['en', ['en']],
  ['EN-us', ['en-US']],
  ['en;q=0', []],
  ['en;q=2, de', ['de']],
  ['en;q=0.1234, de', ['de']],
  ['*', []],
  ['zz_ZZ, -, a-b-c, en', ['en']],
  ['en, en, EN', ['en']],
  ['fr ; q=0.3 ,\tde\t;\tq=0.9', ['de', 'fr']],
  [Array.from({ length: 26 }, (_, index) => `a${String.fromCharCode(97 + index)}`).join(), 10],
])('parses the languages of "%s"', (value, expected) => {
  const { languages } = readVisitor({ 'accept-language': value })
  if (typeof expected === 'number') expect(languages).toHaveLength(expected)
  else expect(languages).toEqual(expected)
})

test('returns displayable text or null for any header', () => {
  const value = fc.string({ unit: 'binary', maxLength: 50 })
  const encoded = fc.string({ unit: 'grapheme' }).map((text) => encodeURIComponent(text))
  const any = fc.record({
    'x-vercel-ip-country': value,
    'x-vercel-ip-country-region': value,
    'x-vercel-ip-city': fc.oneof(value, encoded),
    'x-vercel-ip-timezone': value,
    'accept-language': value,
  })
  fc.assert(
    fc.property(any, (some) => {
      const { country, region, city, timeZone, languages } = readVisitor(some, vercelGeoHeaders)
      expect(country ?? 'CH').toMatch(/^[A-Z]{2}$/)
      expect(region ?? 'ZH').toMatch(/^[A-Z\d]{1,3}$/)
      expect(city ?? 'x').not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      expect(
        () => new Intl.DateTimeFormat(languages, { timeZone: timeZone ?? 'UTC' }),
      ).not.toThrow()
    }),
  )
})
