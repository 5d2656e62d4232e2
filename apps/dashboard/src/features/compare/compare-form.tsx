import { FilterForm, TextFilter } from '@repo/ui/filter-form'
import Link from 'next/link'
import { comparePath, MAX_COMPARED } from '#components/repo/paths.ts'
import { pins, recent } from '#components/repo/pins.ts'
import { useStoredRepos } from '#components/repo/stored-repos.ts'
import styles from './compare-form.module.css'
import type { CompareRequest } from './compare-request.ts'

/** Which repositories to compare: a form, and links to those that the visitor has pinned or seen. */
export function CompareForm({ request: { names, refused } }: { request: CompareRequest }) {
  return (
    <div className={styles.form}>
      <FilterForm action="/compare" label="Repositories to compare" submitLabel="Compare">
        <TextFilter
          wide
          name="repos"
          label="Two to four repositories, with commas between them"
          value={names.join(', ')}
          placeholder="owner/name, owner/name"
        />
      </FilterForm>
      {refused.length > 0 && (
        <p role="status">
          Left out: <span dir="auto">{refused.join(', ')}</span>. A repository is written as
          owner/name, and {MAX_COMPARED} stand beside each other.
        </p>
      )}
      {names.length < MAX_COMPARED && <Add names={names} />}
    </div>
  )
}

const mostOffered = 8

function Add({ names }: { names: readonly string[] }) {
  const known = [...(useStoredRepos(pins) ?? []), ...(useStoredRepos(recent) ?? [])]
  const there = new Set(names.map((name) => name.toLowerCase()))
  const offered = new Set(
    known.map(({ name }) => name).filter((name) => !there.has(name.toLowerCase())),
  )
  if (offered.size === 0) return null
  return (
    <ul className={styles.add} aria-label="Repositories to add">
      {[...offered].slice(0, mostOffered).map((name) => (
        <li key={name}>
          <Link href={comparePath([...names, name])}>+ {name}</Link>
        </li>
      ))}
    </ul>
  )
}
