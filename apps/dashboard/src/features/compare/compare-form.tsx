import { FilterForm, TextFilter } from '@repo/ui/filter-form'
import Link from 'next/link'
import { comparePath, MAX_COMPARED } from '#components/repo/paths.ts'
import { pins, recent } from '#components/repo/pins.ts'
import { useStoredRepos } from '#components/repo/stored-repos.ts'
import styles from './compare-form.module.css'
import type { CompareRequest } from './compare-request.ts'

/** The form that selects repositories, with links that add pinned and recently viewed ones. */
export function CompareForm({ request: { names, skipped } }: { request: CompareRequest }) {
  return (
    <div className={styles.form}>
      <FilterForm action="/compare" label="Repositories to compare" submitLabel="Compare">
        <TextFilter
          wide
          name="repos"
          label={`Repositories to compare (2 to ${MAX_COMPARED}, comma-separated)`}
          value={names.join(', ')}
          placeholder="owner/name, owner/name"
        />
      </FilterForm>
      {skipped.length > 0 && (
        <p role="status">
          Skipped &ldquo;<bdi>{skipped.join(', ')}</bdi>&rdquo;. Use owner/name; up to{' '}
          {MAX_COMPARED} repositories.
        </p>
      )}
      {names.length < MAX_COMPARED && <Suggestions names={names} />}
    </div>
  )
}

const MAX_SUGGESTIONS = 8

function Suggestions({ names }: { names: readonly string[] }) {
  const known = [...(useStoredRepos(pins) ?? []), ...(useStoredRepos(recent) ?? [])]
  const selected = new Set(names.map((name) => name.toLowerCase()))
  const suggested = new Set(
    known.map(({ name }) => name).filter((name) => !selected.has(name.toLowerCase())),
  )
  if (suggested.size === 0) return null
  return (
    <ul className={styles.add} aria-label="Repositories to add">
      {[...suggested].slice(0, MAX_SUGGESTIONS).map((name) => (
        <li key={name}>
          <Link href={comparePath([...names, name])}>+ {name}</Link>
        </li>
      ))}
    </ul>
  )
}
