import { expect, test } from 'vitest'
import { isAddress, matchNames, mergeGroups, parseFullName } from './match-names.ts'

const names = [
  'nova/rocket-parts',
  'acme/beacon',
  'acme/rocket',
  'rocketry/base',
  'Acme/Old-Rocket',
]

test.each([
  ['', names],
  ['rocket', ['nova/rocket-parts', 'acme/rocket', 'rocketry/base', 'Acme/Old-Rocket']],
  ['ACME rock', ['acme/rocket', 'Acme/Old-Rocket']],
  ['acme / r', ['acme/rocket']],
  ['old', ['Acme/Old-Rocket']],
  ['comet', []],
])('finds names for "%s", those that begin with it first', (typed, expected) => {
  expect(matchNames(typed, names)).toEqual(expected)
})

test('shows each name once, in the first group that has it', () => {
  const groups = [
    { label: 'Pinned', names: ['acme/rocket', 'acme/beacon'] },
    { label: 'Recently viewed', names: ['acme/beacon', 'nova/rocket-parts'] },
    { label: 'On GitHub', names: ['Acme/Rocket', 'nova/rocket-parts'] },
  ]
  expect(mergeGroups(groups, { except: [], maxNames: 8 })).toEqual([
    { label: 'Pinned', names: ['acme/rocket', 'acme/beacon'] },
    { label: 'Recently viewed', names: ['nova/rocket-parts'] },
  ])
  expect(mergeGroups(groups, { except: ['ACME/rocket'], maxNames: 1 })).toEqual([
    { label: 'Pinned', names: ['acme/beacon'] },
  ])
})

test.each([
  [' acme / rocket ', 'acme/rocket'],
  ['acme/rocket.js', 'acme/rocket.js'],
  ['acme', undefined],
  ['acme/', undefined],
  ['acme/rocket/issues', undefined],
  ['https://github.com/acme/rocket', undefined],
])('reads "%s" as the name %s', (text, expected) => {
  expect(parseFullName(text)).toBe(expected)
})

test.each([
  ['https://github.com/acme/rocket', true],
  [' git@github.com:acme/rocket.git', true],
  ['ssh://git@github.com/acme/rocket', true],
  ['github.com/acme/rocket', true],
  ['acme/rocket.js', false],
  ['acme/rocket/issues', false],
  ['rocket 2.0', false],
  ['language:go stars:>10', false],
])('whether "%s" is an address is %s', (text, expected) => {
  expect(isAddress(text)).toBe(expected)
})
