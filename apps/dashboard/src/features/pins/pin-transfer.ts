import { MAX_PINS, pins } from '#components/repo/pins.ts'
import { parseStoredRepos, type StoredRepo } from '#components/repo/stored-repos.ts'

/** Adds the pins of a file, and returns what the visitor reads about it. */
export async function importPins(file: File): Promise<string> {
  const repos = parseStoredRepos(await file.text())
  const { added, isFull } = addPins(repos)
  if (repos.length === 0) return 'No pins found in this file.'
  const result = `Imported ${added} ${added === 1 ? 'pin' : 'pins'}.`
  return isFull ? `${result} You’ve reached the limit of ${MAX_PINS}.` : result
}

/**
 * Adds pins up to the limit; a repository that is pinned already keeps its place.
 * @returns how many were added, and whether some did not fit.
 */
function addPins(repos: readonly StoredRepo[]): { added: number; isFull: boolean } {
  const before = pins.read()
  const byId = new Map([...before, ...repos].map((repo) => [repo.id, repo]))
  pins.write([...byId.values()])
  return { added: pins.read().length - before.length, isFull: byId.size > MAX_PINS }
}

/** Saves pins as a file. */
export function exportPins(repos: readonly StoredRepo[]): void {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(repos, null, 2)], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = 'pins.json'
  link.click()
  URL.revokeObjectURL(url)
}
