import { comparePath } from '#components/repo/compare-path.ts'
import { repoPath } from '#components/repo/paths.ts'
import {
  type Action,
  type CommandContext,
  type CommandGroup,
  listRepoCommands,
  listSiteCommands,
  matchCommands,
} from './commands.ts'
import { GITHUB_GROUP, type NameGroup, parseFullName } from './match-names.ts'

const openPath = (name: string) => repoPath(name)

/**
 * Lists what the palette offers for a typed text. What GitHub finds comes last, because it comes
 * later: it must not move what Enter would choose.
 */
export function listChoices(
  typed: string,
  names: readonly NameGroup[],
  context: CommandContext,
): CommandGroup[] {
  const known = names.filter(({ label }) => label !== GITHUB_GROUP)
  const found = names.filter(({ label }) => label === GITHUB_GROUP)
  return [
    ...toChoices(listTypedName(typed), openPath),
    ...matchCommands(typed, listRepoCommands(context)),
    ...toChoices(known, openPath),
    ...matchCommands(typed, listSiteCommands(context)),
    ...listSearch(typed),
    ...toChoices(found, openPath),
  ]
}

/** Lists the repositories with which the palette compares another. */
export function listComparisons(
  typed: string,
  names: readonly NameGroup[],
  repo: { name: string; isPrivate: boolean },
): CommandGroup[] {
  return toChoices([...listTypedName(typed), ...names], (name) =>
    comparePath([repo.name, name], repo.isPrivate),
  )
}

/** The `owner/name` that was typed, which need not be known. */
function listTypedName(typed: string): NameGroup[] {
  const name = parseFullName(typed)
  return name === undefined ? [] : [{ label: 'Repository', names: [name] }]
}

function listSearch(typed: string): CommandGroup[] {
  const q = typed.trim()
  if (q === '') return []
  const action: Action = { kind: 'open', path: `/search?q=${encodeURIComponent(q)}` }
  return [{ label: 'Search', options: [{ label: `Search for “${q}”`, action }] }]
}

function toChoices(groups: readonly NameGroup[], toPath: (name: string) => string): CommandGroup[] {
  return groups.map(({ label, names }) => ({
    label,
    options: names.map((name) => ({ label: name, action: { kind: 'open', path: toPath(name) } })),
  }))
}
