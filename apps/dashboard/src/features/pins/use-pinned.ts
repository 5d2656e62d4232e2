import type { RepoById, RepoSummary } from '@repo/github'
import { useEffect, useState } from 'react'
import { pins } from '#components/repo/pins.ts'
import type { StoredRepo } from '#components/repo/stored-repos.ts'

/** The current details of pinned repositories by id; null when GitHub does not return one. */
export type PinnedById = ReadonlyMap<number, RepoSummary | null>

/** The limit of `/api/pins`. */
const MAX_IDS = 12

/** Loads the current details of pinned repositories, and updates their names. */
export function usePinned(repos: readonly StoredRepo[]): PinnedById | 'loading' | 'failed' {
  const [pinned, setPinned] = useState<PinnedById | 'loading' | 'failed'>('loading')
  // Sorted, so the same set of pins is the same cache key.
  const ids = repos
    .map(({ id }) => id)
    .toSorted((a, b) => a - b)
    .join()

  useEffect(() => {
    if (ids === '') return
    const controller = new AbortController()
    fetchRepos(ids.split(','), controller.signal)
      .then((loaded) => {
        setPinned(new Map(loaded.map(({ id, repo }) => [id, repo])))
        renamePins(new Map(loaded.flatMap(({ id, repo }) => (repo ? [[id, repo.fullName]] : []))))
      })
      .catch(() => {
        if (!controller.signal.aborted) setPinned('failed')
      })
    return () => controller.abort()
  }, [ids])

  return pinned
}

async function fetchRepos(ids: readonly string[], signal: AbortSignal): Promise<RepoById[]> {
  const batches: string[][] = []
  for (let start = 0; start < ids.length; start += MAX_IDS)
    batches.push(ids.slice(start, start + MAX_IDS))
  const results = await Promise.all(
    batches.map(async (batch) => {
      const response = await fetch(`/api/pins?ids=${batch.join()}`, { signal })
      if (!response.ok) throw new Error(`/api/pins responded ${response.status}`)
      const { repos }: { repos: RepoById[] } = await response.json()
      return repos
    }),
  )
  return results.flat()
}

/** Updates the names of pinned repositories. */
function renamePins(names: ReadonlyMap<number, string>): void {
  const present = pins.read().map(({ id, name }) => ({ id, name: names.get(id) ?? name }))
  if (JSON.stringify(present) !== JSON.stringify(pins.read())) pins.write(present)
}
