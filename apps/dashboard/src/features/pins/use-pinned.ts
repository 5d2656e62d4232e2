import { useEffect, useState } from 'react'
import { pins } from '#components/repo/pins.ts'
import type { StoredRepo } from '#components/repo/stored-repos.ts'
import type { Pin, PinnedRepo } from './read-pins.server.ts'

/** The current details of a pin; null when GitHub does not return the repository. */
export type PinDetails = PinnedRepo | null | 'loading' | 'failed'

/** The pins that were requested last, by their ids, and what is known of all. */
type Loaded = { ids: string; byId: ReadonlyMap<number, PinnedRepo | null> }

/** The limit of `/api/pins`. */
const MAX_IDS = 12

/** Loads the current details of pinned repositories, and updates their names. */
export function usePinned(repos: readonly StoredRepo[]): (id: number) => PinDetails {
  const [loaded, setLoaded] = useState<Loaded>({ ids: '', byId: new Map() })
  // Sorted, so the same set of pins is the same cache key.
  const ids = repos
    .map(({ id }) => id)
    .toSorted((a, b) => a - b)
    .join()

  useEffect(() => {
    if (ids === '') return
    const controller = new AbortController()
    fetchPins(ids.split(','), controller.signal)
      .then((found) => {
        setLoaded({ ids, byId: new Map(found.map(({ id, repo }) => [id, repo])) })
        renamePins(new Map(found.flatMap(({ id, repo }) => (repo ? [[id, repo.fullName]] : []))))
      })
      .catch(() => {
        if (!controller.signal.aborted) setLoaded(({ byId }) => ({ ids, byId }))
      })
    return () => controller.abort()
  }, [ids])

  return (id) => loaded.byId.get(id) ?? missingDetails(loaded, ids, id)
}

function missingDetails(loaded: Loaded, ids: string, id: number): PinDetails {
  if (loaded.byId.has(id)) return null
  return loaded.ids === ids ? 'failed' : 'loading'
}

async function fetchPins(ids: readonly string[], signal: AbortSignal): Promise<Pin[]> {
  const batches: string[][] = []
  for (let start = 0; start < ids.length; start += MAX_IDS)
    batches.push(ids.slice(start, start + MAX_IDS))
  const results = await Promise.all(
    batches.map(async (batch) => {
      const response = await fetch(`/api/pins?ids=${batch.join()}`, { signal })
      if (!response.ok) throw new Error(`/api/pins responded ${response.status}`)
      const { repos }: { repos: Pin[] } = await response.json()
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
