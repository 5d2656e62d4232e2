import { languageName } from '#server/language-colors.ts'
import { type SearchRequest, searchPath } from './search-request.ts'

const names = { language: 'Language', archived: 'Archived', fork: 'Forks' }
const values: Record<string, string> = { no: 'exclude', yes: 'include' }

/** The filters of a search in words, each with the path of the same search without it. */
export function listFilters(search: SearchRequest): [label: string, path: string][] {
  const filters = Object.entries(search.filters) as [keyof typeof names, string][]
  return filters.map(([name, value]) => {
    const valueText = name === 'language' ? languageName(value) : (values[value] ?? value)
    return [`${names[name]}: ${valueText}`, searchPath(search, { [name]: undefined })]
  })
}
