import { expect, test } from 'vitest'
import { markup } from './markup.ts'
import { SearchBox } from './search-box.tsx'

test('is a GET form with a labelled field, so that it works without scripts', () => {
  const html = markup(<SearchBox action="/search" name="q" label="Find a repository" />)

  expect(html).toContain('<form action="/search" method="get">')
  const [, id] = /<label for="([^"]+)">Find a repository<\/label>/.exec(html) ?? []
  expect(html).toContain(`<input id="${id}"`)
  expect(html).toContain('type="search"')
  expect(html).toContain('name="q"')
})

test('keeps what was searched for', () => {
  const html = markup(<SearchBox action="/search" name="q" label="Find" value="acme &amp; co" />)
  expect(html).toContain('value="acme &amp; co"')
})

test('keeps what else the address says', () => {
  const keep = { language: 'C++', sort: undefined, fork: ['yes', 'only'] }
  const html = markup(<SearchBox action="/search" name="q" label="Find" keep={keep} />)

  expect(html).toContain('<input type="hidden" name="language" value="C++"/>')
  expect(html).not.toContain('name="sort"')
  expect(html).not.toContain('name="fork"')
})

test('has a button where it is large', () => {
  const html = markup(<SearchBox action="/search" name="q" label="Find" size="large" />)
  expect(html).toContain('<button type="submit">Search</button>')
})
