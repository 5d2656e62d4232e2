import { expect, test } from 'vitest'
import { type AgeFormats, ageText } from './age-text.ts'

function formatsOf(language: string): AgeFormats {
  return {
    counted: new Intl.RelativeTimeFormat(language, { numeric: 'always', style: 'short' }),
    inWords: new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }),
  }
}

const [english, german] = [formatsOf('en'), formatsOf('de')]
const now = Date.UTC(2026, 10, 23, 14, 5)

test.each([
  [0, 'now'],
  [8, '8 sec. ago'],
  [59, '59 sec. ago'],
  [60, '1 min. ago'],
  [12 * 60 + 59, '12 min. ago'],
  [3600, '1 hr. ago'],
  [86_399, '23 hr. ago'],
  [86_400, '1 day ago'],
  [47 * 3600, '1 day ago'],
  [6 * 86_400, '6 days ago'],
  [3 * 604_800, '3 wk. ago'],
  [70 * 86_400, '2 mo. ago'],
  [800 * 86_400, '2 yr. ago'],
  [-300, 'now'],
])('%d seconds ago is "%s"', (seconds, text) => {
  expect(ageText(new Date(now - seconds * 1000), now, english)).toBe(text)
})

test('speaks the language of the format', () => {
  expect(ageText(new Date(now - 7200 * 1000), now, german)).toBe('vor 2 Std.')
})
