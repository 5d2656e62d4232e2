import { ChoiceFilter, FilterForm, TextFilter } from '@repo/ui/filter-form'
import type { SearchRequest } from './search-request.ts'

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

type SearchFormProps = { search: SearchRequest; languages: readonly string[] }

/** The query of a search and its filters; the URL contains them. */
export function SearchForm({ search, languages }: SearchFormProps) {
  const { q, filters, sort } = search
  const { language, archived, fork } = filters
  return (
    <FilterForm
      action="/search"
      label="Search"
      submitLabel="Search"
      preservedParams={{ sort: sort === 'best-match' ? undefined : sort }}
    >
      <TextFilter
        wide
        type="search"
        name="q"
        label="Search repositories or enter owner/name"
        value={q}
      />
      <TextFilter name="language" label="Language" value={language} suggestions={languages} />
      <ChoiceFilter name="archived" label="Archived" value={archived} choices={archivedChoices} />
      <ChoiceFilter name="fork" label="Forks" value={fork} choices={forkChoices} />
    </FilterForm>
  )
}
