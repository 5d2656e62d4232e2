import { expect, test } from 'vitest'
import { pagerWindow } from './pager-window.ts'

test('names the first page, the last, and those around this one', () => {
  expect(pagerWindow(7, 20)).toEqual([1, 'gap', 6, 7, 8, 'gap', 20])
})

test('names a page rather than leave it out alone', () => {
  expect(pagerWindow(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('names both ends, this page and its neighbours once and in order, however long the list', () => {
  for (let lastPage = 1; lastPage <= 40; lastPage++) {
    for (let page = 1; page <= lastPage; page++) {
      const pages = pagerWindow(page, lastPage).filter((entry) => entry !== 'gap')
      const near = [1, page - 1, page, page + 1, lastPage].filter((n) => n >= 1 && n <= lastPage)

      expect(pages).toEqual([...new Set(pages)].sort((a, b) => a - b))
      expect(pages).toEqual(expect.arrayContaining(near))
    }
  }
})

test('puts a gap exactly where two pages or more are left out', () => {
  for (let lastPage = 1; lastPage <= 40; lastPage++) {
    for (let page = 1; page <= lastPage; page++) {
      let before = 0
      let gap = false
      for (const entry of pagerWindow(page, lastPage)) {
        if (entry === 'gap') {
          gap = true
          continue
        }
        expect(entry - before > 2).toBe(gap)
        expect(gap || entry - before === 1).toBe(true)
        before = entry
        gap = false
      }
    }
  }
})

test('needs no more than seven places', () => {
  for (let page = 1; page <= 100; page++) {
    expect(pagerWindow(page, 100).length).toBeLessThanOrEqual(7)
  }
})
