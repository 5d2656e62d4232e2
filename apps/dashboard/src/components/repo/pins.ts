import { createStoredRepos, type StoredRepo } from './stored-repos.ts'

/** Limited because the home page sends a request to GitHub for each pin. */
export const MAX_PINS = 24

/** Pinned repositories, the newest last. */
export const pins = createStoredRepos('pins', MAX_PINS)

/** Recently viewed repositories, the latest first. */
export const recent = createStoredRepos('recent', 8)

/** Pins or unpins a repository; returns false if the limit is reached. */
export function togglePin(repo: StoredRepo): boolean {
  const others = pins.read().filter(({ id }) => id !== repo.id)
  const isPinned = others.length < pins.read().length
  if (!isPinned && others.length >= MAX_PINS) return false
  pins.write(isPinned ? others : [...others, repo])
  return true
}

/** Adds a repository to the recently viewed. */
export function recordVisit(repo: StoredRepo): void {
  recent.write([repo, ...recent.read().filter(({ id }) => id !== repo.id)])
}

/**
 * Adds pins up to the limit; a repository that is pinned already keeps its place.
 * @returns how many were added, and whether some did not fit.
 */
export function addPins(repos: readonly StoredRepo[]): { added: number; isFull: boolean } {
  const before = pins.read()
  const byId = new Map([...before, ...repos].map((repo) => [repo.id, repo]))
  pins.write([...byId.values()])
  return { added: pins.read().length - before.length, isFull: byId.size > MAX_PINS }
}

/** Updates the names of pinned repositories. */
export function renamePins(names: ReadonlyMap<number, string>): void {
  const present = pins.read().map(({ id, name }) => ({ id, name: names.get(id) ?? name }))
  if (JSON.stringify(present) !== JSON.stringify(pins.read())) pins.write(present)
}
