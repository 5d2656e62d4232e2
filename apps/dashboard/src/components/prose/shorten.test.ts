import { expect, test } from 'vitest'
import { shorten, sliceStart } from './shorten.ts'

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
])('shortens %j at %i graphemes to %j', (text, maxGraphemes, short) => {
  expect(shorten(text, maxGraphemes)).toBe(short)
})

test.each([
  ['rocket', 9, 'rocket'],
  ['rocket', 6, 'rocket'],
  ['rocket', 3, 'roc'],
  ['a👩‍🚀b', 5, 'a'],
  ['a👩‍🚀b', 6, 'a👩‍🚀'],
  ['e\u0301t', 1, ''],
])('slices %j at %i code units to %j', (text, maxUnits, start) => {
  expect(sliceStart(text, maxUnits)).toBe(start)
})
