import { expect, test } from 'vitest'
import { markup } from './markup.ts'
import { Moment } from './moment.tsx'

test('writes a day in UTC, whatever the offset of the date it is given', () => {
  expect(markup(<Moment date="2026-11-24T01:05:00+02:00" />)).toBe(
    '<time dateTime="2026-11-23T23:05:00.000Z">23 Nov 2026</time>',
  )
})

test('writes a time with its zone', () => {
  expect(markup(<Moment date="2026-11-23T14:05:59Z" style="time" />)).toContain('>14:05 UTC<')
})

test('writes a day and a time', () => {
  expect(markup(<Moment date={new Date(0)} style="date and time" />)).toContain(
    '>1 Jan 1970, 00:00 UTC<',
  )
})
