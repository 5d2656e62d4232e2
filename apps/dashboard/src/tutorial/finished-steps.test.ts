import { expect, test } from 'vitest'
import { parseFinishedSteps } from './finished-steps.ts'

test('keeps each path once, and leaves out what is not text', () => {
  expect(
    parseFinishedSteps('["/learn/caching", 7, null, "/learn/caching", "/learn/errors"]'),
  ).toEqual(['/learn/caching', '/learn/errors'])
})

test('returns no steps from text that is not a list', () => {
  for (const text of ['', '{', '{}', 'null', '"/learn/caching"']) {
    expect(parseFinishedSteps(text), text).toEqual([])
  }
})
