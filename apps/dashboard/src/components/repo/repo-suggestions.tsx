import { pins, recent } from './pins.ts'
import { useStoredRepos } from './stored-repos.ts'

/** Returns the names of pinned, then of recently viewed repositories; none on the server. */
export function useSuggestedNames(): string[] {
  const known = [...(useStoredRepos(pins) ?? []), ...(useStoredRepos(recent) ?? [])]
  return [...new Set(known.map(({ name }) => name))]
}

/** The options of a text field for a repository's name, without those that it cannot be. */
export function RepoSuggestions({ id, except }: { id: string; except: readonly string[] }) {
  return (
    <datalist id={id}>
      {useSuggestedNames()
        .filter((name) => !except.includes(name))
        .map((name) => (
          <option key={name} value={name} />
        ))}
    </datalist>
  )
}
