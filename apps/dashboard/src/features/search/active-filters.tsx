import { Chip } from '@repo/ui/chip'
import styles from './search.module.css'
import { type SearchRequest, searchPath } from './search-request.ts'

const names = { language: 'Language', archived: 'Archived', fork: 'Forks' }
const values: Record<string, string> = { no: 'exclude', yes: 'include' }

/** The filters of a search, each a link to the same search without it. */
export function ActiveFilters({ search }: { search: SearchRequest }) {
  const filters = Object.entries(search.filters) as [keyof typeof names, string][]
  if (filters.length === 0) return null
  return (
    <ul className={styles.filters} aria-label="Active filters">
      {filters.map(([name, value]) => (
        <li key={name}>
          <Chip tone="accent" href={searchPath(search, { [name]: undefined })}>
            <span className="visually-hidden">Remove </span>
            {names[name]}: {(name !== 'language' && values[value]) || value}{' '}
            <span aria-hidden="true">×</span>
          </Chip>
        </li>
      ))}
    </ul>
  )
}
