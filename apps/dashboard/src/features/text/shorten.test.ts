import { expect, test } from 'vitest'
import { shorten } from './shorten.ts'

test.each([
  ['rocket', 6, 'rocket'],
  ['rockets', 6, 'rocket…'],
  ['a rocket', 2, 'a…'],
  ['', 3, ''],
  // A woman, a joiner and a rocket; a flag of two letters; an e and its accent.
  ['👩‍🚀👩‍🚀', 2, '👩‍🚀👩‍🚀'],
  ['👩‍🚀👩‍🚀👩‍🚀', 2, '👩‍🚀👩‍🚀…'],
  ['🇨🇱🇨🇱', 1, '🇨🇱…'],
  ['e\u0301te\u0301', 2, 'e\u0301t…'],
  ['שלום עולם', 4, 'שלום…'],
])('%j in %i signs is %j', (text, most, short) => {
  expect(shorten(text, most)).toBe(short)
})
