import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { SearchBox } from './search-box.tsx'

test('is a GET form with a labeled field, so that it works without scripts', () => {
  const html = renderMarkup(<SearchBox action="/search" name="q" label="Search repositories" />)

  expect(html).toContain('<form action="/search" method="get">')
  const [, id] = /<label for="([^"]+)">Search repositories<\/label>/.exec(html) ?? []
  expect(html).toContain(`<input id="${id}"`)
  expect(html).toContain('type="search"')
  expect(html).toContain('name="q"')
})

test('shows the current query', () => {
  const html = renderMarkup(
    <SearchBox action="/search" name="q" label="Find" value="acme &amp; co" />,
  )
  expect(html).toContain('value="acme &amp; co"')
})

test('preserves other query parameters', () => {
  const preservedParams = { language: 'C++', sort: undefined, fork: ['yes', 'only'] }
  const html = renderMarkup(
    <SearchBox action="/search" name="q" label="Find" preservedParams={preservedParams} />,
  )

  expect(html).toContain('<input type="hidden" name="language" value="C++"/>')
  expect(html).not.toContain('name="sort"')
  expect(html).not.toContain('name="fork"')
})

test('has a button when it is large', () => {
  const html = renderMarkup(<SearchBox action="/search" name="q" label="Find" size="large" />)
  expect(html).toContain('<button type="submit">Search</button>')
})
