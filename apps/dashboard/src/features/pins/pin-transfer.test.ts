import { beforeEach, expect, test } from 'vitest'
import { inboxStates } from '#components/inbox/inbox-states.ts'
import { MAX_PINS, pins } from '#components/repo/pins.ts'
import type { StoredRepo } from '#components/repo/stored-repos.ts'
import { importPins } from './pin-transfer.ts'

beforeEach(() => pins.write([]))

test('counts the imported pins, and keeps the order of existing ones', async () => {
  pins.write(repos(1, 2))
  expect(await importPins(fileOf([repo(3), repo(1)]))).toBe('Imported 1 pin.')
  expect(pins.read()).toEqual(repos(1, 3))
})

test('imports pins up to the limit, and reports that some did not fit', async () => {
  const limitReached = 'You’ve reached the limit of 24.'
  pins.write(repos(1, MAX_PINS - 1))
  expect(await importPins(fileOf(repos(100, 3)))).toBe(`Imported 1 pin. ${limitReached}`)
  expect(pins.read()).toEqual([...repos(1, MAX_PINS - 1), repo(100)])

  expect(await importPins(fileOf(repos(1, 2)))).toBe('Imported 0 pins.')
  expect(await importPins(fileOf(repos(200, 2)))).toBe(`Imported 0 pins. ${limitReached}`)
})

test('imports the inbox with the pins', async () => {
  const inbox = { ann: { hidden: [], queries: ['is:pr'], visit: null } }
  const file = (content: object) => new File([JSON.stringify(content)], 'pins.json')
  expect(await importPins(file({ pins: [repo(1)], inbox }))).toBe('Imported 1 pin and your inbox.')
  expect(pins.read()).toEqual([repo(1)])
  expect(inboxStates.read()).toEqual(inbox)
  expect(await importPins(file({ pins: [], inbox }))).toBe('Imported your inbox.')
})

const ann = { hidden: [{ id: 7, until: null, updatedAt: null }], queries: [], visit: null }
const empty = 'This file contains no pins and no inbox.'
const invalidPin =
  'Pin 2 in this file is invalid: a pin has an ID, and a name like octocat/hello-world.'
const invalidInbox = 'The inbox in this file is invalid.'

test.each([
  ['<b>', 'This is not a JSON file.'],
  ['[]', empty],
  ['7', empty],
  ['{"name":"my-package"}', empty],
  ['{"pins":[],"inbox":{}}', empty],
  ['{"pins":{"id":1}}', 'The pins in this file are not a list.'],
  [JSON.stringify([repo(1), { id: 2, name: 'acme' }]), invalidPin],
  [JSON.stringify({ pins: [repo(1), null], inbox: { ann } }), invalidPin],
  [JSON.stringify({ pins: [repo(1)], inbox: { ann: 'junk' } }), invalidInbox],
  [JSON.stringify({ pins: [repo(1)], inbox: ['ann'] }), invalidInbox],
  [JSON.stringify({ inbox: { 'not a login': ann } }), invalidInbox],
  [JSON.stringify({ inbox: { ann: { ...ann, hidden: [{ id: '7' }] } } }), invalidInbox],
  [JSON.stringify({ inbox: { ann: { ...ann, queries: [1] } } }), invalidInbox],
  [JSON.stringify({ inbox: { ann: { ...ann, visit: 'today' } } }), invalidInbox],
])('says what is wrong with a file, and imports nothing of it: %s', async (text, problem) => {
  pins.write([repo(9)])
  inboxStates.write({})
  expect(await importPins(new File([text], 'pins.json'))).toBe(`${problem} Nothing was imported.`)
  expect(pins.read()).toEqual([repo(9)])
  expect(inboxStates.read()).toEqual({})
})

function fileOf(content: readonly StoredRepo[]): File {
  return new File([JSON.stringify(content)], 'pins.json')
}

function repo(id: number): StoredRepo {
  return { id, name: `acme/repo-${id}` }
}

function repos(first: number, count: number): StoredRepo[] {
  return Array.from({ length: count }, (_, index) => repo(first + index))
}
