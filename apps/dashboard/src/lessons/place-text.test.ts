import { expect, test } from 'vitest'
import { countryName, timeIn } from './place-text.ts'

test('names a country, also one that nobody knows', () => {
  expect(countryName('CH')).toBe('Switzerland')
  expect(countryName('QZ')).toBe('QZ')
  expect(countryName(null)).toBe('unknown')
})

test('says the time of day where somebody is', () => {
  const noon = new Date('2026-06-01T12:00:00Z')
  expect(timeIn('Asia/Kolkata', noon)).toBe('17:30')
  expect(timeIn(null, noon)).toBe('unknown')
})
