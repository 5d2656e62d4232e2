import { beforeEach, expect, test } from 'vitest'
import { MAX_PINS, pins, togglePin } from './pins.ts'

beforeEach(() => pins.write([]))

test('pins and unpins a repository', () => {
  expect(togglePin(repo(1))).toBe(true)
  expect(pins.read()).toEqual([repo(1)])
  expect(togglePin(repo(1))).toBe(true)
  expect(pins.read()).toEqual([])
})

test('rejects a pin at the limit, but still unpins', () => {
  const all = repos(1, MAX_PINS)
  pins.write(all)
  expect(togglePin(repo(100))).toBe(false)
  expect(pins.read()).toEqual(all)

  expect(togglePin(repo(1))).toBe(true)
  expect(togglePin(repo(100))).toBe(true)
  expect(pins.read()).toEqual([...all.slice(1), repo(100)])
})

function repo(id: number) {
  return { id, name: `acme/repo-${id}` }
}

function repos(first: number, count: number) {
  return Array.from({ length: count }, (_, index) => repo(first + index))
}
