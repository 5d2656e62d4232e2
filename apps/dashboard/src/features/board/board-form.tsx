import { Banner } from '@repo/ui/banner'
import { FilterForm, TextFilter } from '@repo/ui/filter-form'
import Link from 'next/link'
import { useRouter } from 'next/router'
import { useEffect, useEffectEvent } from 'react'
import { replaceQuietly } from '#components/list/replace-quietly.ts'
import { addSearchParams, getSearchParam } from '#components/list-query.ts'
import { MAX_BOARD_REPOS } from '#components/repo/board-path.ts'
import { pins } from '#components/repo/pins.ts'
import { useStoredRepos } from '#components/repo/stored-repos.ts'
import styles from './board-form.module.css'
import type { BoardProblem, BoardRequest } from './board-request.ts'

type BoardFormProps = {
  /** The path of the page. */
  path: string
  /** What the text field selects. */
  label: string
  request: BoardRequest
  /** The names of the repositories on the board. */
  shown: readonly string[]
  /** Whether the page reloads once with the pinned repositories if its URL names none. */
  addsPinned?: boolean
}

/** Selects the repositories of a board: by name, and those that this browser has pinned. */
export function BoardForm({ path, label, request, shown, addsPinned = false }: BoardFormProps) {
  const { names, typed, problems } = request
  const known = new Set([...shown, ...names].map((name) => name.toLowerCase()))
  const pinned = (useStoredRepos(pins) ?? [])
    .filter(({ name }) => !known.has(name.toLowerCase()))
    .slice(0, MAX_BOARD_REPOS - names.length)
  const withPinned = [...names, ...pinned.map(({ name }) => name)].join(',')
  usePinnedPath(addsPinned && pinned.length > 0, path, withPinned)
  return (
    <div className={styles.form}>
      {problems.map((problem) => (
        <ProblemBanner key={problem.kind} problem={problem} />
      ))}
      <FilterForm action={path} label={label} submitLabel="Show board">
        <TextFilter
          wide
          name="repos"
          label={`${label} (up to ${MAX_BOARD_REPOS}, comma-separated)`}
          value={typed}
          placeholder="owner/name, owner/name"
        />
      </FilterForm>
      {pinned.length > 0 && (
        <p>
          <Link href={`${path}?repos=${withPinned}`}>
            {pinned.length === 1
              ? 'Add 1 pinned repository'
              : `Add ${pinned.length} pinned repositories`}
          </Link>
        </p>
      )}
    </div>
  )
}

/** Adds the pinned repositories to a URL that names none, because only this browser knows them. */
function usePinnedPath(isEnabled: boolean, path: string, repos: string): void {
  const { query } = useRouter()
  const isPlain = isEnabled && query.repos === undefined && query.page === undefined
  const addPinned = useEffectEvent(() => {
    const [sort, order] = [getSearchParam(query, 'sort'), getSearchParam(query, 'order')]
    void replaceQuietly(addSearchParams(path, { repos, sort, order }))
  })
  useEffect(() => {
    if (isPlain) addPinned()
  }, [isPlain])
}

function ProblemBanner({ problem }: { problem: BoardProblem }) {
  if (problem.kind === 'too-many') {
    return (
      <Banner tone="danger" title="Too many repositories">
        A board has up to {MAX_BOARD_REPOS} repositories, and this address names {problem.count}.
        Remove some and try again.
      </Banner>
    )
  }
  return (
    <Banner tone="danger" title="Invalid repository name">
      Use owner/name instead of &ldquo;<bdi>{problem.names.join(', ')}</bdi>&rdquo;.
    </Banner>
  )
}
