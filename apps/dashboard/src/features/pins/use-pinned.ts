import type { RepoById, RepoSummary } from '@repo/github'
import { useEffect, useState } from 'react'
import { renamePins } from '#components/repo/pins.ts'
import type { StoredRepo } from '#components/repo/stored-repos.ts'

/** What is known of pinned repositories: by id, null where GitHub shows none any more. */
export type Pinned = ReadonlyMap<number, RepoSummary | null>

/** As many ids as the API takes at once. */
const mostIds = 12

/** Asks for the present state of pinned repositories; 'failed' when there is no answer. */
export function usePinned(pins: readonly StoredRepo[]): Pinned | 'asking' | 'failed' {
  const [pinned, setPinned] = useState<Pinned | 'asking' | 'failed'>('asking')
  // In one order, so that whoever has pinned the same shares the same kept answer.
  const ids = pins.map(({ id }) => id).toSorted((a, b) => a - b)
  const asked = ids.join()

  useEffect(() => {
    if (asked === '') return
    const left = new AbortController()
    askFor(asked.split(','), left.signal)
      .then((repos) => {
        setPinned(new Map(repos.map(({ id, repo }) => [id, repo])))
        renamePins(new Map(repos.flatMap(({ id, repo }) => (repo ? [[id, repo.fullName]] : []))))
      })
      .catch(() => {
        if (!left.signal.aborted) setPinned('failed')
      })
    return () => left.abort()
  }, [asked])

  return pinned
}

async function askFor(ids: readonly string[], signal: AbortSignal): Promise<RepoById[]> {
  const parts: string[][] = []
  for (let start = 0; start < ids.length; start += mostIds)
    parts.push(ids.slice(start, start + mostIds))
  const answers = await Promise.all(
    parts.map(async (part) => {
      const response = await fetch(`/api/pins?ids=${part.join()}`, { signal })
      if (!response.ok) throw new Error(`/api/pins answered ${response.status}`)
      const { repos }: { repos: RepoById[] } = await response.json()
      return repos
    }),
  )
  return answers.flat()
}
