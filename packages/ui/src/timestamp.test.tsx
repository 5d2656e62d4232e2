import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { RelativeTime, Timestamp } from './timestamp.tsx'

test('writes a date in UTC, whatever its offset', () => {
  expect(renderMarkup(<Timestamp date="2026-11-24T01:05:00+02:00" />)).toBe(
    '<time dateTime="2026-11-23T23:05:00.000Z">Nov 23, 2026</time>',
  )
})

test('writes a time with its zone', () => {
  expect(renderMarkup(<Timestamp date="2026-11-23T14:05:59Z" format="time" />)).toContain(
    '>14:05 UTC<',
  )
})

test('writes a date and a time', () => {
  expect(renderMarkup(<Timestamp date={new Date(0)} format="datetime" />)).toContain(
    '>Jan 1, 1970, 00:00 UTC<',
  )
})

test('a relative time is a timestamp on the server, where the time of the visit is unknown', () => {
  expect(renderMarkup(<RelativeTime date="2026-11-23T14:05:59Z" format="time" />)).toBe(
    '<time dateTime="2026-11-23T14:05:59.000Z">14:05 UTC</time>',
  )
})
