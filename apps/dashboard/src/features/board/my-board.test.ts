import type { ViewerRepo } from '@repo/github'
import { expect, test } from 'vitest'
import { describeMyBoard, selectMyBoard } from './my-board.ts'

function own(count: number, hasNext = false) {
  const items = Array.from({ length: count }, (_, index) => repo(`fay/r${index + 1}`))
  return { items, hasNext }
}

function repo(fullName: string, archived = false): ViewerRepo {
  return { fullName, archived } as ViewerRepo
}

test('a board begins with what its viewer adds, and has the rest on further pages', () => {
  const first = selectMyBoard(['acme/rocket', 'FAY/r2'], own(40), 1)
  expect(first.names.slice(0, 4)).toEqual(['acme/rocket', 'fay/r2', 'fay/r1', 'fay/r3'])
  expect(first.names).toHaveLength(24)
  expect(first).toMatchObject({ page: 1, lastPage: 2, own: 23, added: 1, ownTotal: 40 })
  const second = selectMyBoard(['acme/rocket', 'FAY/r2'], own(40), 9)
  expect(second.names[0]).toBe('fay/r24')
  expect(second).toMatchObject({ page: 2, lastPage: 2, own: 17, added: 0 })
})

test('leaves out archived repositories, unless the viewer adds them', () => {
  const repos = { items: [repo('fay/a'), repo('fay/old', true)], hasNext: false }
  expect(selectMyBoard([], repos, 1)).toMatchObject({ names: ['fay/a'], hasArchived: true })
  expect(selectMyBoard(['fay/old'], repos, 1).names).toEqual(['fay/old', 'fay/a'])
  expect(selectMyBoard([], own(0), 1)).toMatchObject({ names: [], page: 1, lastPage: 1 })
})

test.each([
  [selectMyBoard([], own(40), 1), '24 of your 40 repositories, the last pushed first'],
  [selectMyBoard([], own(40), 2), '16 of your 40 repositories, the last pushed first'],
  [
    selectMyBoard([], own(100, true), 1),
    '24 of your 100 repositories with the latest pushes, the last pushed first',
  ],
  [
    selectMyBoard(['acme/rocket'], own(3), 1),
    'Your 3 repositories, and 1 that you added, the last pushed first',
  ],
  [
    selectMyBoard([], { items: [repo('fay/a'), repo('fay/old', true)], hasNext: false }, 1),
    'Your 1 repository, without archived ones',
  ],
])('describes which repositories it shows: %#', (board, text) => {
  expect(describeMyBoard(board)).toBe(text)
})
