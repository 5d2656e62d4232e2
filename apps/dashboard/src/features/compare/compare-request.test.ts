import { expect, test } from 'vitest'
import { comparePath } from '#components/repo/paths.ts'
import { compareFrom } from './compare-request.ts'

test('takes names that are separated by commas, spaces or both, each once', () => {
  expect(compareFrom({ repos: ' acme/rocket, nova/dot.files_2 ACME/Rocket,' })).toEqual({
    names: ['ACME/Rocket', 'nova/dot.files_2'],
    refused: [],
  })
  expect(compareFrom({})).toEqual({ names: [], refused: [] })
  expect(compareFrom({ repos: ['a/b', 'c/d'] })).toEqual({ names: ['a/b'], refused: [] })
})

test('refuses what is no name, and what is one too many', () => {
  expect(compareFrom({ repos: 'acme,a/b/c,-x/y,a/..,a/<b>,' })).toEqual({
    names: [],
    refused: ['acme', 'a/b/c', '-x/y', 'a/..', 'a/<b>'],
  })
  expect(compareFrom({ repos: 'a/1,a/2,a/3,a/4,a/5' })).toEqual({
    names: ['a/1', 'a/2', 'a/3', 'a/4'],
    refused: ['a/5'],
  })
})

test('says no more of what it refuses than a line', () => {
  const { refused } = compareFrom({ repos: `${'x'.repeat(5000)},b,c,d,e,f,g` })
  expect(refused).toEqual(['x'.repeat(100), 'b', 'c', 'd', 'e'])
})

test('writes an address that people can read', () => {
  expect(comparePath(['acme/rocket', 'nova/rocket'])).toBe('/compare?repos=acme/rocket,nova/rocket')
  expect(comparePath([])).toBe('/compare')
})
