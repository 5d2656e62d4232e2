import { expect, test } from 'vitest'
import { ChoiceFilter, FilterForm, TextFilter } from './filter-form.tsx'
import { markup } from './markup.ts'

test('is a plain GET form that keeps what else the address says', () => {
  const html = markup(
    <FilterForm action="/search" label="Filters" keep={{ q: 'a "b"', sort: undefined }}>
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

test('shows the choice that the address makes', () => {
  const choices = [
    { value: '', label: 'Left out' },
    { value: 'only', label: 'Nothing else' },
  ]
  const html = markup(<ChoiceFilter name="fork" label="Forks" value="only" choices={choices} />)

  expect(html).toBe(
    '<label><span>Forks</span><select name="fork">' +
      '<option value="">Left out</option><option value="only" selected="">Nothing else</option>' +
      '</select></label>',
  )
})
