import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { choosePages, Pager } from './pager.tsx'

const href = (page: number) => `?page=${page}`

test('links to the neighboring pages and marks the current page', () => {
  const html = renderMarkup(<Pager label="Results" page={2} lastPage={9} hasNext href={href} />)

  expect(html).toMatch(/^<nav aria-label="Results"><a rel="prev" href="\?page=1">/)
  expect(html).toContain('<a aria-label="Page 2" aria-current="page" href="?page=2">2</a>')
  expect(html).toContain('<a aria-label="Page 9" href="?page=9">9</a>')
  expect(html).toContain('<li>…</li>')
  expect(html).toContain('<a rel="next" href="?page=3">')
})

test('links to the next page when the length of the list is unknown', () => {
  const html = renderMarkup(
    <Pager label="Results" page={3} lastPage={undefined} hasNext href={href} />,
  )

  expect(html).toContain('<a aria-label="Page 4" href="?page=4">4</a>')
  expect(html).toContain('<a rel="next" href="?page=4">')
})

test('has no previous link on the first page and no next link on the last', () => {
  const first = renderMarkup(<Pager label="Results" page={1} lastPage={2} hasNext href={href} />)
  const last = renderMarkup(
    <Pager label="Results" page={2} lastPage={2} hasNext={false} href={href} />,
  )

  expect(first).not.toContain('rel="prev"')
  expect(last).not.toContain('rel="next"')
})

test('links to the last page from a page past the end, and shows that there is no such page', () => {
  const html = renderMarkup(
    <Pager label="Results" page={30} lastPage={2} hasNext={false} href={href} />,
  )

  expect(html).toContain('<a rel="prev" href="?page=2">')
  expect(html).toContain(
    '<ol><li><a aria-label="Page 1" href="?page=1">1</a></li>' +
      '<li><a aria-label="Page 2" href="?page=2">2</a></li>' +
      '<li aria-current="page">There is no page 30</li></ol>',
  )
  expect(html).not.toContain('rel="next"')
})

test('is shown for a single page if the URL has a page past it', () => {
  const html = renderMarkup(
    <Pager label="Results" page={3} lastPage={1} hasNext={false} href={href} />,
  )

  expect(html).toContain('<a rel="prev" href="?page=1">')
  expect(html).toContain('There is no page 3')
})

test('is not shown for a single page', () => {
  expect(
    renderMarkup(<Pager label="Results" page={1} lastPage={1} hasNext={false} href={href} />),
  ).toBe('')
  expect(
    renderMarkup(
      <Pager label="Results" page={1} lastPage={undefined} hasNext={false} href={href} />,
    ),
  ).toBe('')
})

test('chooses the first page, the last, and the neighbors of the current one', () => {
  expect(choosePages(7, 20)).toEqual([1, 'gap', 6, 7, 8, 'gap', 20])
})

test('shows a page instead of a gap of one page', () => {
  expect(choosePages(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('chooses both ends, the current page and its neighbors once and in order, for any length', () => {
  for (let lastPage = 1; lastPage <= 40; lastPage++) {
    for (let page = 1; page <= lastPage; page++) {
      const pages = choosePages(page, lastPage).filter((entry) => entry !== 'gap')
      const neighbors = [1, page - 1, page, page + 1, lastPage].filter(
        (n) => n >= 1 && n <= lastPage,
      )

      expect(pages).toEqual([...new Set(pages)].sort((a, b) => a - b))
      expect(pages).toEqual(expect.arrayContaining(neighbors))
    }
  }
})

test('has a gap exactly where two or more pages are omitted', () => {
  for (let lastPage = 1; lastPage <= 40; lastPage++) {
    for (let page = 1; page <= lastPage; page++) {
      let previous = 0
      let hasGap = false
      for (const entry of choosePages(page, lastPage)) {
        if (entry === 'gap') {
          hasGap = true
          continue
        }
        expect(entry - previous > 2).toBe(hasGap)
        expect(hasGap || entry - previous === 1).toBe(true)
        previous = entry
        hasGap = false
      }
    }
  }
})

test('has at most seven entries', () => {
  for (let page = 1; page <= 100; page++) {
    expect(choosePages(page, 100).length).toBeLessThanOrEqual(7)
  }
})
