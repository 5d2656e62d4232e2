import { type StoredRepo, storedRepos } from './stored-repos.ts'

/** Repositories that the visitor has pinned, the newest last. */
export const pins = storedRepos('pins', 24)

/** Repositories that the visitor has opened, the last one first. */
export const recent = storedRepos('recent', 8)

/** Pins a repository, or takes the pin off. */
export function togglePin(repo: StoredRepo): void {
  const others = pins.read().filter(({ id }) => id !== repo.id)
  const isPinned = others.length < pins.read().length
  pins.write(isPinned ? others : [...others, repo])
}

/** Adds pins to those that there are; one that is there keeps its place. */
export function addPins(added: readonly StoredRepo[]): void {
  const byId = new Map([...pins.read(), ...added].map((repo) => [repo.id, repo]))
  pins.write([...byId.values()])
}

/** Gives pins the names that their repositories have now. */
export function renamePins(names: ReadonlyMap<number, string>): void {
  const present = pins.read().map(({ id, name }) => ({ id, name: names.get(id) ?? name }))
  if (JSON.stringify(present) !== JSON.stringify(pins.read())) pins.write(present)
}

/** Remembers that a repository was opened. */
export function noteSeen(repo: StoredRepo): void {
  recent.write([repo, ...recent.read().filter(({ id }) => id !== repo.id)])
}
