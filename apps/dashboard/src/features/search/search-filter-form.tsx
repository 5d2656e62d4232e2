import { ChoiceFilter, FilterForm, TextFilter } from '@repo/ui/filter-form'
import Link from 'next/link'
import { addSearchParams } from '#components/list-query.ts'
import type { SearchRequest } from './search-request.ts'

const languages = [
  ...['C', 'C#', 'C++', 'CSS', 'Dart', 'Elixir', 'Go', 'Haskell', 'HTML', 'Java', 'JavaScript'],
  ...['Kotlin', 'Lua', 'PHP', 'Python', 'R', 'Ruby', 'Rust', 'Scala', 'Shell', 'Swift'],
  ...['TypeScript', 'Vue', 'Zig'],
]

const archivedChoices = [
  { value: '', label: 'Include' },
  { value: 'no', label: 'Exclude' },
  { value: 'only', label: 'Only' },
]

// GitHub excludes forks by default.
const forkChoices = [
  { value: '', label: 'Exclude' },
  { value: 'yes', label: 'Include' },
  { value: 'only', label: 'Only' },
]

/** The filters of a search; the URL contains them. */
export function SearchFilterForm({ search }: { search: SearchRequest }) {
  const { q, filters, type } = search
  const sort = search.sort === 'best-match' ? undefined : search.sort
  const { language, archived, fork } = filters
  return (
    <FilterForm
      action="/search"
      label="Filters"
      preservedParams={{ q, sort, type }}
      end={
        Object.keys(filters).length > 0 && (
          <Link href={addSearchParams('/search', { q, sort, type })}>Clear filters</Link>
        )
      }
    >
      <TextFilter name="language" label="Language" value={language} suggestions={languages} />
      <ChoiceFilter name="archived" label="Archived" value={archived} choices={archivedChoices} />
      <ChoiceFilter name="fork" label="Forks" value={fork} choices={forkChoices} />
    </FilterForm>
  )
}
