import { Chip } from '@repo/ui/chip'
import styles from './search.module.css'

type ActiveFiltersProps = { filters: readonly [label: string, path: string][] }

/** The filters of a search, each a link to the same search without it. */
export function ActiveFilters({ filters }: ActiveFiltersProps) {
  if (filters.length === 0) return null
  return (
    <ul className={styles.filters} aria-label="Active filters">
      {filters.map(([label, path]) => (
        <li key={path}>
          <Chip tone="accent" href={path} keepsScroll>
            <span className="visually-hidden">Remove </span>
            {label} <span aria-hidden="true">×</span>
          </Chip>
        </li>
      ))}
    </ul>
  )
}
