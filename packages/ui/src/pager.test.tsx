import { expect, test } from 'vitest'
import { markup } from './markup.ts'
import { Pager } from './pager.tsx'

const href = (page: number) => `?page=${page}`

test('links to the pages around this one and says which one it is', () => {
  const html = markup(<Pager label="Results" page={2} lastPage={9} hasNext href={href} />)

  expect(html).toMatch(/^<nav aria-label="Results"><a rel="prev" href="\?page=1">/)
  expect(html).toContain('<a aria-label="Page 2" aria-current="page" href="?page=2">2</a>')
  expect(html).toContain('<a aria-label="Page 9" href="?page=9">9</a>')
  expect(html).toContain('<li>…</li>')
  expect(html).toContain('<a rel="next" href="?page=3">')
})

test('goes on when nobody knows how long the list is', () => {
  const html = markup(<Pager label="Results" page={3} lastPage={undefined} hasNext href={href} />)

  expect(html).toContain('<a aria-label="Page 4" href="?page=4">4</a>')
  expect(html).toContain('<a rel="next" href="?page=4">')
})

test('leads nowhere beyond the first page and the last', () => {
  const first = markup(<Pager label="Results" page={1} lastPage={2} hasNext href={href} />)
  const last = markup(<Pager label="Results" page={2} lastPage={2} hasNext={false} href={href} />)

  expect(first).not.toContain('rel="prev"')
  expect(last).not.toContain('rel="next"')
})

test('links to the last page from an address past the end, and says which one that is', () => {
  const html = markup(<Pager label="Results" page={30} lastPage={2} hasNext={false} href={href} />)

  expect(html).toContain('<a rel="prev" href="?page=2">')
  expect(html).toContain(
    '<ol><li><a aria-label="Page 1" href="?page=1">1</a></li>' +
      '<li><a aria-label="Page 2" href="?page=2">2</a></li>' +
      '<li aria-current="page">Page 30 is past the end</li></ol>',
  )
  expect(html).not.toContain('rel="next"')
})

test('is there for a single page when the address is past it', () => {
  const html = markup(<Pager label="Results" page={3} lastPage={1} hasNext={false} href={href} />)

  expect(html).toContain('<a rel="prev" href="?page=1">')
  expect(html).toContain('Page 3 is past the end')
})

test('is not there for a single page', () => {
  expect(markup(<Pager label="Results" page={1} lastPage={1} hasNext={false} href={href} />)).toBe(
    '',
  )
  expect(
    markup(<Pager label="Results" page={1} lastPage={undefined} hasNext={false} href={href} />),
  ).toBe('')
})
