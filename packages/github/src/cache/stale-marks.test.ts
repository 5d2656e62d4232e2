import { expect, test } from 'vitest'
import { stoppedClock } from '../test-support/world.ts'
import { createMemoryMarks, MARK_RETENTION_SECONDS, MAX_MARKS } from './stale-marks.ts'

test('finds the last change of any of the marks', () => {
  const { now } = stoppedClock()
  const marks = createMemoryMarks(now)
  expect(marks.isEmpty()).toBe(true)
  marks.addAll([
    ['rocket ci', now() - 2000],
    ['rocket code', now() - 1000],
  ])

  expect(marks.isEmpty()).toBe(false)
  expect(marks.latest(['rocket ci'])).toBe(now() - 2000)
  expect(marks.latest(['rocket code', 'rocket ci', 'moon ci'])).toBe(now() - 1000)
  expect(marks.latest(['moon ci'])).toBe(0)
})

test('keeps the later time of a mark', () => {
  const { now } = stoppedClock()
  const marks = createMemoryMarks(now)
  marks.addAll([['rocket ci', now()]])
  marks.addAll([['rocket ci', now() - 5000]])
  expect(marks.latest(['rocket ci'])).toBe(now())
})

test('forgets a mark when no entry from before it is served any more', () => {
  const { now, advance } = stoppedClock()
  const marks = createMemoryMarks(now)
  marks.addAll([['rocket ci', now()]])
  advance(MARK_RETENTION_SECONDS + 1)
  marks.addAll([])
  expect(marks.isEmpty()).toBe(true)
})

test('above the limit, the time of the oldest mark counts for everything', () => {
  const { now } = stoppedClock()
  const marks = createMemoryMarks(now)
  const start = now() - MAX_MARKS - 2
  marks.addAll(Array.from({ length: MAX_MARKS + 2 }, (_, index) => [`${index}`, start + index]))

  expect(marks.latest(['0'])).toBe(start + 1)
  expect(marks.latest(['unknown'])).toBe(start + 1)
  expect(marks.latest([`${MAX_MARKS + 1}`])).toBe(start + MAX_MARKS + 1)
})
