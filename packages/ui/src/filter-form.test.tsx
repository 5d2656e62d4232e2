import { expect, test } from 'vitest'
import { ChoiceFilter, FilterForm, TextFilter } from './filter-form.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('is a plain GET form that preserves other query parameters', () => {
  const html = renderMarkup(
    <FilterForm action="/search" label="Filters" preservedParams={{ q: 'a "b"', sort: undefined }}>
      <TextFilter name="language" label="Language" value="C++" suggestions={['Rust']} />
    </FilterForm>,
  )

  expect(html).toContain('<form aria-label="Filters" action="/search" method="get">')
  expect(html).toContain('<input type="hidden" name="q" value="a &quot;b&quot;"/>')
  expect(html).not.toContain('name="sort"')
  expect(html).toContain('<span>Language</span><input list=')
  expect(html).toContain('name="language" value="C++"')
  expect(html).toContain('<option value="Rust"></option>')
  expect(html).toContain('<button type="submit">Apply</button>')
})

test('preserves each value of a repeated parameter', () => {
  const html = renderMarkup(
    <FilterForm action="/search" label="Filters" preservedParams={{ q: ['a', 'b'] }}>
      <span />
    </FilterForm>,
  )

  expect(html).toContain(
    '<input type="hidden" name="q" value="a"/><input type="hidden" name="q" value="b"/>',
  )
})

test('says at a text filter why its value was not accepted', () => {
  const html = renderMarkup(
    <TextFilter name="owner" label="Owner" value="a b" error="Names have no spaces." />,
  )

  expect(html).toContain('<span id="_R_0_-label">Owner</span>')
  expect(html).toContain(
    'aria-labelledby="_R_0_-label" aria-invalid="true" aria-describedby="_R_0_-error"',
  )
  expect(html).toContain('<span id="_R_0_-error">Names have no spaces.</span>')
})

test('selects the choice of the URL', () => {
  const choices = [
    { value: '', label: 'Exclude' },
    { value: 'only', label: 'Only' },
  ]
  const html = renderMarkup(
    <ChoiceFilter name="fork" label="Forks" value="only" choices={choices} />,
  )

  expect(html).toBe(
    '<label><span>Forks</span><select name="fork">' +
      '<option value="">Exclude</option><option value="only" selected="">Only</option>' +
      '</select></label>',
  )
})
