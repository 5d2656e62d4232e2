import { FilterForm, TextFilter } from '@repo/ui/filter-form'
import { Icon } from '@repo/ui/icon'
import Link from 'next/link'
import { useRef } from 'react'
import { comparePath, MAX_COMPARED } from '#components/repo/compare-path.ts'
import { useStoredNames } from '#components/repo/use-stored-names.ts'
import styles from './compare-form.module.css'
import type { CompareRequest } from './compare-request.ts'
import { type CompareView, compareViewPath, viewParams } from './compare-view.ts'
import { ComparedStatus } from './compared-status.tsx'
import type { FoundRepos } from './find-repos.server.ts'
import { isSameName } from './same-name.ts'

type CompareFormProps = { request: CompareRequest; view: CompareView; found: FoundRepos | null }

/** Selects repositories: by name, by words, from those that this browser knows, and in any order. */
export function CompareForm({ request: { names, skipped }, view, found }: CompareFormProps) {
  const suggested = useStoredNames().filter((name) => !includesName(names, name))
  const isFull = names.length >= MAX_COMPARED
  const form = useRef<HTMLDivElement>(null)
  return (
    <div className={styles.form} ref={form}>
      <ComparedStatus names={names} form={form} />
      {names.length > 0 && <SelectedRepos names={names} view={view} />}
      {isFull ? (
        <p>You can compare up to {MAX_COMPARED} repositories. Remove one to add another.</p>
      ) : (
        // Another field, because the text of this one is a compared repository now.
        <AddForm key={names.join()} names={names} view={view} typed={skipped.join(' ')} />
      )}
      {skipped.length > 0 && (
        <p role="status">
          Skipped &ldquo;<bdi>{skipped.join(', ')}</bdi>&rdquo;. Use owner/name; up to{' '}
          {MAX_COMPARED} repositories.
        </p>
      )}
      {found && <FoundList found={found} names={names} view={view} />}
      {!isFull && (
        <div className={styles.known}>
          <AddLinks
            label="Pinned and recently viewed repositories"
            names={names}
            view={view}
            added={suggested.slice(0, MAX_SUGGESTIONS)}
          />
        </div>
      )}
    </div>
  )
}

const MAX_SUGGESTIONS = 8

type AddFormProps = {
  names: readonly string[]
  view: CompareView
  typed: string
}

function AddForm({ names, view, typed }: AddFormProps) {
  const isFirst = names.length === 0
  return (
    <FilterForm
      action={comparePath([], view.isPersonal)}
      label="Repositories to compare"
      submitLabel={isFirst ? 'Compare' : 'Add'}
      preservedParams={{ repos: names.join(',') || undefined, ...viewParams(view) }}
    >
      <TextFilter
        wide
        name="repos"
        label={
          isFirst
            ? `Repositories to compare (2 to ${MAX_COMPARED}, comma-separated)`
            : `Add a repository (up to ${MAX_COMPARED})`
        }
        value={typed}
        placeholder={isFirst ? 'owner/name, owner/name' : 'owner/name, or words to search for'}
      />
    </FilterForm>
  )
}

/** The repositories in the order of their columns, with links that move or remove them. */
function SelectedRepos({ names, view }: { names: readonly string[]; view: CompareView }) {
  return (
    <ol className={styles.selected} aria-label="Compared repositories">
      {names.map((name, index) => (
        <li key={name}>
          {index > 0 && (
            <Link href={compareViewPath(swap(names, index - 1), view)} scroll={false}>
              <Icon name="chevron-left" label={`Move ${name} to the left`} />
            </Link>
          )}
          <bdi>{name}</bdi>
          {index < names.length - 1 && (
            <Link href={compareViewPath(swap(names, index), view)} scroll={false}>
              <Icon name="chevron-right" label={`Move ${name} to the right`} />
            </Link>
          )}
          <Link
            href={compareViewPath(
              names.filter((other) => other !== name),
              view,
            )}
            scroll={false}
          >
            <Icon name="x" label={`Remove ${name}`} />
          </Link>
        </li>
      ))}
    </ol>
  )
}

/** Swaps a name with the next one. */
function swap(names: readonly string[], index: number): string[] {
  return [
    ...names.slice(0, index),
    ...names.slice(index, index + 2).toReversed(),
    ...names.slice(index + 2),
  ]
}

type FoundListProps = { found: FoundRepos; names: readonly string[]; view: CompareView }

function FoundList({ found: { words, names: result }, names, view }: FoundListProps) {
  const added = 'data' in result ? result.data.filter((name) => !includesName(names, name)) : []
  if (added.length > 0) {
    return (
      <AddLinks
        label={`Repositories that match “${words}”`}
        names={names}
        view={view}
        added={added}
      />
    )
  }
  return (
    <p>
      {'data' in result ? 'No other repository matches' : 'GitHub didn’t return a search for'}{' '}
      &ldquo;<bdi>{words}</bdi>&rdquo;.{' '}
      <Link href={`/search?q=${encodeURIComponent(words)}`}>Search all repositories</Link>
    </p>
  )
}

type AddLinksProps = {
  label: string
  view: CompareView
  names: readonly string[]
  added: readonly string[]
}

function AddLinks({ label, names, view, added }: AddLinksProps) {
  if (added.length === 0) return null
  return (
    <div>
      <p className={styles.label}>{label}</p>
      <ul className={styles.add} aria-label={label}>
        {added.map((name) => (
          <li key={name}>
            <Link href={compareViewPath([...names, name], view)} scroll={false}>
              + {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function includesName(names: readonly string[], name: string): boolean {
  return names.some((other) => isSameName(other, name))
}
