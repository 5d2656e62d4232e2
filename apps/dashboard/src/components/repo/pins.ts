import { type StoredRepo, storedRepos } from './stored-repos.ts'

/** As many pins as are kept: on the start page each costs a question. */
export const mostPins = 24

/** Repositories that the visitor has pinned, the newest last. */
export const pins = storedRepos('pins', mostPins)

/** Repositories that the visitor has opened, the last one first. */
export const recent = storedRepos('recent', 8)

/** Pins a repository, or takes the pin off; false where there is no room for another pin. */
export function togglePin(repo: StoredRepo): boolean {
  const others = pins.read().filter(({ id }) => id !== repo.id)
  const isPinned = others.length < pins.read().length
  if (!isPinned && others.length >= mostPins) return false
  pins.write(isPinned ? others : [...others, repo])
  return true
}

/** Remembers that a repository was opened. */
export function noteSeen(repo: StoredRepo): void {
  recent.write([repo, ...recent.read().filter(({ id }) => id !== repo.id)])
}
