import { pins, recent } from './pins.ts'
import { useStoredRepos } from './stored-repos.ts'

/** Returns the names of pinned, then of recently viewed repositories; none on the server. */
export function useStoredNames(): string[] {
  const known = [...(useStoredRepos(pins) ?? []), ...(useStoredRepos(recent) ?? [])]
  return [...new Set(known.map(({ name }) => name))]
}
