import { INBOX_PATH, inboxSections } from '#components/inbox/section-names.ts'
import { badgePagePath, repoPath } from '#components/repo/paths.ts'
import { type RepoSection, repoSections } from '#components/repo/repo-sections.ts'
import { viewerPages } from '#components/shell/viewer-pages.ts'
import { matchesWords } from './match-names.ts'

/** What a command does. */
export type Action =
  | { kind: 'open'; path: string }
  | { kind: 'compare' }
  | { kind: 'pin' }
  | { kind: 'theme'; theme: 'auto' | 'light' | 'dark' }
  | { kind: 'shortcuts' }
  | { kind: 'inspect' }

type Command = { label: string; action: Action }

export type CommandGroup = { label: string; options: readonly Command[] }

/** The repository of a page; on a page below `/me` it is private. */
type CommandRepo = { name: string; isPrivate: boolean; isPinned: boolean | undefined }

/** The page on which the commands are listed. */
export type CommandContext = {
  /** The repository of the page; it can be pinned if this browser knows its id. */
  repo: CommandRepo | undefined
  path: string
  /** Whether this browser has a session, with which private repositories can be read. */
  isSignedIn?: boolean
}

const sitePages = [
  { href: '/', label: 'Home' },
  { href: '/search', label: 'Search' },
  { href: '/compare', label: 'Compare' },
  { href: '/learn', label: 'Learn' },
  { href: '/status', label: 'Status' },
  { href: '/sign-in', label: 'Sign in' },
]

const settings: readonly Command[] = [
  { label: 'Theme: system', action: { kind: 'theme', theme: 'auto' } },
  { label: 'Theme: light', action: { kind: 'theme', theme: 'light' } },
  { label: 'Theme: dark', action: { kind: 'theme', theme: 'dark' } },
  { label: 'Keyboard shortcuts', action: { kind: 'shortcuts' } },
  { label: 'Inspect request', action: { kind: 'inspect' } },
]

/** Lists the commands of a repository's page, without that of the page itself. */
export function listRepoCommands({ repo, path }: CommandContext): CommandGroup[] {
  if (!repo) return []
  const { name, isPrivate, isPinned } = repo
  const base = isPrivate ? '/me' : ''
  const pages: [RepoSection | 'stars', string][] = [
    ...repoSections.map(({ section, label }): [RepoSection, string] => [section, label]),
    ['stars', 'Stars'],
  ]
  const options: Command[] = [
    ...pages.map(([section, label]) => open(base + repoPath(name, section), label)),
    ...(isPrivate ? [] : [open(badgePagePath(name), 'Badges and charts')]),
    { label: 'Compare with…', action: { kind: 'compare' } },
  ]
  if (isPinned !== undefined) {
    options.push({ label: isPinned ? 'Unpin' : 'Pin', action: { kind: 'pin' } })
  }
  return [{ label: name, options: withoutPage(path, options) }]
}

/** Lists the commands of every page, without that of the page itself. */
export function listSiteCommands({ path }: CommandContext): CommandGroup[] {
  const pages = [...sitePages, ...viewerPages].map(({ href, label }) => open(href, label))
  return [
    { label: 'Pages', options: withoutPage(path, pages) },
    {
      label: 'Inbox',
      options: inboxSections.map(({ id, title }) => open(`${INBOX_PATH}?section=${id}`, title)),
    },
    { label: 'Settings', options: settings },
  ]
}

function open(path: string, label: string): Command {
  return { label, action: { kind: 'open', path } }
}

function withoutPage(path: string, commands: readonly Command[]): Command[] {
  return commands.filter(({ action }) => action.kind !== 'open' || action.path !== path)
}

/** Returns the commands that contain each word of what was typed. */
export function matchCommands(typed: string, groups: readonly CommandGroup[]): CommandGroup[] {
  return groups
    .map(({ label, options }) => ({
      label,
      options: options.filter((command) => matchesWords(typed, command.label)),
    }))
    .filter(({ options }) => options.length > 0)
}
