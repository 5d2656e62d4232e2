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
