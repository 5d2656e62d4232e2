import { createStoredValue, type StoredValue, useStoredValue } from '#components/stored-value.ts'

/** A stored repository: the id is stable across renames, the name is the last one known. */
export type StoredRepo = { id: number; name: string }

/** A list of repositories in this browser's storage. */
export type StoredRepos = StoredValue<readonly StoredRepo[]>

/** Creates a list under a storage key, with a maximum length. */
export function createStoredRepos(key: string, maxLength: number): StoredRepos {
  const stored = createStoredValue<readonly StoredRepo[]>(key, (text) =>
    parseStoredRepos(text).slice(0, maxLength),
  )
  return { ...stored, write: (repos) => stored.write(repos.slice(0, maxLength)) }
}

/** Returns the current list; undefined on the server. */
export function useStoredRepos(list: StoredRepos): readonly StoredRepo[] | undefined {
  return useStoredValue(list)
}

/** Parses repositories from untrusted text; invalid entries are left out. */
export function parseStoredRepos(text: string): StoredRepo[] {
  try {
    const value: unknown = JSON.parse(text)
    const repos = Array.isArray(value) ? value.filter(isStoredRepo) : []
    const byId = new Map(repos.map(({ id, name }) => [id, { id, name }]))
    return [...byId.values()]
  } catch {
    return []
  }
}

function isStoredRepo(value: unknown): value is StoredRepo {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    Number.isSafeInteger(value.id) &&
    Number(value.id) > 0 &&
    'name' in value &&
    typeof value.name === 'string' &&
    /^[\w-]{1,39}\/[\w.-]{1,100}$/.test(value.name)
  )
}
