import { isFullName, isOwnerName } from './names.ts'

/** What a text that somebody typed or pasted names. */
export type TypedName = { kind: 'repository'; fullName: string } | { kind: 'owner'; login: string }

// Longer than any address of a page on GitHub.
const MAX_TEXT_LENGTH = 2000

const SCHEMES = new Set(['http:', 'https:', 'ssh:', 'git:'])

// First segments of GitHub's paths that no owner has; an owner follows these.
const OWNER_PATHS = new Set(['orgs', 'users', 'sponsors', 'stars'])
const RESERVED_PATHS = new Set([
  ...['about', 'apps', 'codespaces', 'collections', 'contact', 'copilot', 'customer-stories'],
  ...['dashboard', 'enterprise', 'events', 'explore', 'features', 'gist', 'issues', 'join'],
  ...['login', 'logout', 'marketplace', 'new', 'notifications', 'organizations', 'pricing'],
  ...['pulls', 'readme', 'resources', 'search', 'security', 'sessions', 'settings', 'signup'],
  ...['site', 'solutions', 'team', 'topics', 'trending'],
])

/**
 * Parses what a text names: a repository (`owner/name`, `owner / name`), an owner (`@owner`), or either
 * by its address at one of GitHub's websites `webUrls`, for the browser or for Git; undefined for any
 * other text, and for an address at another host.
 */
export function parseTypedName(text: string, webUrls: readonly string[]): TypedName | undefined {
  const typed = text.trim()
  if (typed.length > MAX_TEXT_LENGTH) return undefined
  return parsePlainName(typed) ?? parseAddress(typed, webUrls)
}

function parsePlainName(typed: string): TypedName | undefined {
  if (typed.startsWith('@')) return toOwner(typed.slice(1))
  const [owner, name, ...rest] = typed.split('/').map((part) => part.trim())
  return rest.length === 0 ? toRepo(owner, name) : undefined
}

function parseAddress(typed: string, webUrls: readonly string[]): TypedName | undefined {
  const url = toUrl(typed)
  if (!url || !SCHEMES.has(url.protocol)) return undefined
  for (const webUrl of webUrls) {
    const named = parseUrlAt(url, new URL(webUrl))
    if (named) return named
  }
  return undefined
}

function parseUrlAt(url: URL, site: URL): TypedName | undefined {
  if (!isSameSite(url, site)) return undefined
  const path = pathBelow(url.pathname, site.pathname)
  // Git over SSH does not use the folder of the website.
  if (path === undefined) return isWebAddress(url) ? undefined : parsePath(url.pathname)
  return parsePath(path)
}

/** Adds the scheme that an address lacks: `git@github.com:owner/name.git`, `github.com/owner/name`. */
function toUrl(typed: string): URL | undefined {
  const [, user, host, path] = /^(?:([\w-]+)@)?([\w.-]+):([^\d/:][^:]*)$/.exec(typed) ?? []
  if (host !== undefined) return parseUrl(`ssh://${user ?? 'git'}@${host}/${path}`)
  const plain = typed.replace(/^git\+/, '')
  return parseUrl(/^[a-z]+:\/\//i.test(plain) ? plain : `https://${plain}`)
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}

function isWebAddress({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:'
}

// For the browser the port matters; Git connects to the same host by other ports.
function isSameSite(url: URL, site: URL): boolean {
  return isWebAddress(url) && url.port !== ''
    ? url.host === site.host
    : hostOf(url) === hostOf(site) && (site.port === '' || !isWebAddress(url))
}

// `ssh.github.com` is GitHub's host for SSH through a firewall.
function hostOf({ hostname }: URL): string {
  return hostname.toLowerCase().replace(/^(?:www|ssh)\./, '')
}

function pathBelow(pathname: string, base: string): string | undefined {
  const folder = base.endsWith('/') ? base : `${base}/`
  return pathname.startsWith(folder) ? pathname.slice(folder.length) : undefined
}

function parsePath(path: string): TypedName | undefined {
  const [first = '', second] = path.split('/').filter((segment) => segment !== '')
  const root = first.toLowerCase()
  if (OWNER_PATHS.has(root)) return toOwner(second)
  if (RESERVED_PATHS.has(root)) return undefined
  return second === undefined ? toOwner(first) : toRepo(first, second)
}

function toOwner(login = ''): TypedName | undefined {
  return isOwnerName(login) ? { kind: 'owner', login } : undefined
}

// Git's addresses end with `.git`, which no name of a repository does.
function toRepo(owner = '', nameWithSuffix = ''): TypedName | undefined {
  let name = nameWithSuffix
  while (name.toLowerCase().endsWith('.git')) name = name.slice(0, -'.git'.length)
  const fullName = `${owner}/${name}`
  return isFullName(fullName) ? { kind: 'repository', fullName } : undefined
}
