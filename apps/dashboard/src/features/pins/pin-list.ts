import { mostPins, pins } from '#components/repo/pins.ts'
import type { StoredRepo } from '#components/repo/stored-repos.ts'

/**
 * Adds pins to those that there are, while there is room; one that is there keeps its place. Gives how
 * many are new, and whether some had no room.
 */
export function addPins(repos: readonly StoredRepo[]): { added: number; isFull: boolean } {
  const before = pins.read()
  const byId = new Map([...before, ...repos].map((repo) => [repo.id, repo]))
  pins.write([...byId.values()])
  return { added: pins.read().length - before.length, isFull: byId.size > mostPins }
}

/** Gives pins the names that their repositories have now. */
export function renamePins(names: ReadonlyMap<number, string>): void {
  const present = pins.read().map(({ id, name }) => ({ id, name: names.get(id) ?? name }))
  if (JSON.stringify(present) !== JSON.stringify(pins.read())) pins.write(present)
}
