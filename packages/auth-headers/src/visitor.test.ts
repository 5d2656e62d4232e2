import fc from 'fast-check'
import { expect, test } from 'vitest'
import { vercelGeoHeaders, visitorFrom } from './visitor.ts'

const headers = {
  'x-vercel-ip-country': 'CH',
  'x-vercel-ip-country-region': 'ZH',
  'x-vercel-ip-city': 'Z%C3%BCrich',
  'x-vercel-ip-timezone': 'Europe/Zurich',
  'accept-language': 'de-CH, fr;q=0.5, en;q=0.8, *;q=0.1',
}
const unknown = { country: null, region: null, city: null, timeZone: null, languages: [] }

test('believes Vercel, where the site runs there', () => {
  expect(visitorFrom(headers, 'vercel')).toEqual({
    country: 'CH',
    region: 'ZH',
    city: 'Zürich',
    timeZone: 'Europe/Zurich',
    languages: ['de-CH', 'en', 'fr'],
  })
})

test('believes nobody elsewhere: anybody can send these headers', () => {
  expect(visitorFrom(headers, 'nobody')).toEqual({
    ...unknown,
    languages: ['de-CH', 'en', 'fr'],
  })
})

test('believes the headers that a proxy is known to set, and no others', () => {
  expect(visitorFrom({ ...headers, 'cf-ipcountry': 'FR' }, { country: 'cf-ipcountry' })).toEqual({
    ...unknown,
    country: 'FR',
    languages: ['de-CH', 'en', 'fr'],
  })
})

test('reads the headers of the web too', () => {
  expect(visitorFrom(new Headers(headers), 'vercel').city).toBe('Zürich')
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
] as const)('takes no %s from %j', (field, values) => {
  for (const value of values) {
    expect(visitorFrom({ [vercelGeoHeaders[field]]: value }, 'vercel')).toEqual(unknown)
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
])('takes the languages of "%s"', (value, expected) => {
  const { languages } = visitorFrom({ 'accept-language': value }, 'nobody')
  if (typeof expected === 'number') expect(languages).toHaveLength(expected)
  else expect(languages).toEqual(expected)
})

test('says something that can be shown, or nothing, whatever comes', () => {
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
      const { country, region, city, timeZone, languages } = visitorFrom(some, 'vercel')
      expect(country ?? 'CH').toMatch(/^[A-Z]{2}$/)
      expect(region ?? 'ZH').toMatch(/^[A-Z\d]{1,3}$/)
      expect(city ?? 'x').not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      expect(
        () => new Intl.DateTimeFormat(languages, { timeZone: timeZone ?? 'UTC' }),
      ).not.toThrow()
    }),
  )
})
