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
