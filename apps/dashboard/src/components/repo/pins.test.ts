import { beforeEach, expect, test } from 'vitest'
import { addPins, MAX_PINS, pins, togglePin } from './pins.ts'

beforeEach(() => pins.write([]))

test('pins a repository, and takes the pin off', () => {
  expect(togglePin(repo(1))).toBe(true)
  expect(pins.read()).toEqual([repo(1)])
  expect(togglePin(repo(1))).toBe(true)
  expect(pins.read()).toEqual([])
})

test('tells that there is no room for one more, and still takes pins off', () => {
  const all = repos(1, MAX_PINS)
  pins.write(all)
  expect(togglePin(repo(100))).toBe(false)
  expect(pins.read()).toEqual(all)

  expect(togglePin(repo(1))).toBe(true)
  expect(togglePin(repo(100))).toBe(true)
  expect(pins.read()).toEqual([...all.slice(1), repo(100)])
})

test('counts the pins that are new, and keeps the places of the others', () => {
  pins.write(repos(1, 2))
  expect(addPins([repo(3), repo(1)])).toEqual({ added: 1, isFull: false })
  expect(pins.read()).toEqual(repos(1, 3))
})

test('adds while there is room, and tells that some had none', () => {
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
