import { beforeEach, expect, test } from 'vitest'
import { addPins, MAX_PINS, pins, togglePin } from './pins.ts'

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

test('counts the added pins, and keeps the order of existing ones', () => {
  pins.write(repos(1, 2))
  expect(addPins([repo(3), repo(1)])).toEqual({ added: 1, isFull: false })
  expect(pins.read()).toEqual(repos(1, 3))
})

test('adds pins up to the limit, and reports that some did not fit', () => {
  pins.write(repos(1, MAX_PINS - 1))
  expect(addPins(repos(100, 3))).toEqual({ added: 1, isFull: true })
  expect(pins.read()).toEqual([...repos(1, MAX_PINS - 1), repo(100)])

  expect(addPins(repos(1, 2))).toEqual({ added: 0, isFull: false })
  expect(addPins(repos(200, 2))).toEqual({ added: 0, isFull: true })
})

function repo(id: number) {
  return { id, name: `acme/repo-${id}` }
}

function repos(first: number, count: number) {
  return Array.from({ length: count }, (_, index) => repo(first + index))
}
