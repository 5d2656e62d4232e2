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
import { GITHUB_GROUP, isAddress, type NameGroup, parseFullName } from './match-names.ts'

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
    ...(context.isSignedIn ? listOwnRepo(typed) : []),
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
  const toPath = (name: string) => comparePath([repo.name, name], repo.isPrivate)
  // The server parses an address, and redirects to the name.
  const address = encodeURIComponent(typed.trim())
  const action: Action = { kind: 'open', path: toPath(address) }
  return isAddress(typed)
    ? [{ label: 'Address', options: [{ label: `Compare with ${typed.trim()}`, action }] }]
    : toChoices([...listTypedName(typed), ...names], toPath)
}

/** The `owner/name` that was typed, which need not be known. */
function listTypedName(typed: string): NameGroup[] {
  const name = parseFullName(typed)
  return name === undefined ? [] : [{ label: 'Repository', names: [name] }]
}

/** The page of the repository for its viewer; a public one redirects to its public page. */
function listOwnRepo(typed: string): CommandGroup[] {
  const name = parseFullName(typed)
  if (name === undefined) return []
  const action: Action = { kind: 'open', path: `/me${repoPath(name)}` }
  return [{ label: 'Your account', options: [{ label: `View ${name} with your account`, action }] }]
}

function listSearch(typed: string): CommandGroup[] {
  const q = typed.trim()
  if (q === '') return []
  const action: Action = { kind: 'open', path: `/search?q=${encodeURIComponent(q)}` }
  if (isAddress(q)) return [{ label: 'Address', options: [{ label: `Open ${q}`, action }] }]
  return [{ label: 'Search', options: [{ label: `Search for “${q}”`, action }] }]
}

function toChoices(groups: readonly NameGroup[], toPath: (name: string) => string): CommandGroup[] {
  return groups.map(({ label, names }) => ({
    label,
    options: names.map((name) => ({ label: name, action: { kind: 'open', path: toPath(name) } })),
  }))
}
