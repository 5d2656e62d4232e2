import { LRUCache } from 'lru-cache'
import { z } from 'zod'

/**
 * What a public read may return, although the server's token may see private repositories. A
 * repository states whether it is private, also in a list; a resource below a repository does not.
 */
export type PublicScope =
  | { kind: 'repository'; tag: string }
  | { kind: 'below-repository'; owner: string; repo: string }
  | { kind: 'list'; tag?: string }

// Parsing a path takes longer than the rest of a read from memory.
const MAX_SCOPES = 1000
const scopes = new LRUCache<string, { scope: PublicScope | undefined }>({ max: MAX_SCOPES })

const OWNER_PATH = /^\/users\/([^/]+)(?:\/repos)?$/

/** The tag of searches. */
const SEARCH_TAG = 'search'

/**
 * Returns the scope of a path below the base URL; undefined if its response may contain private data
 * that nothing in it marks as private, so that it needs a viewer's token.
 */
export function publicScopeOf(path: string): PublicScope | undefined {
  const cached = scopes.get(path)
  if (cached) return cached.scope
  const scope = parseScope(path)
  scopes.set(path, { scope })
  return scope
}

function parseScope(path: string): PublicScope | undefined {
  const { pathname, searchParams } = new URL(path, 'https://github.invalid')
  // A path with dot segments (`/../`) is requested at another path.
  if (pathname !== path.split('?')[0]) return undefined
  const [, root, first, second, ...rest] = pathname.split('/').map(decode)
  if (root === 'repos' && first && second) {
    if (rest.length > 0) return { kind: 'below-repository', owner: first, repo: second }
    return { kind: 'repository', tag: nameTag(`${first}/${second}`) }
  }
  if (root === 'repositories' && first && second === undefined) {
    return { kind: 'repository', tag: idTag(Number(first)) }
  }
  if (root === 'search' && first !== 'users') {
    return scopeOfSearch(pathname, searchParams.getAll('q'))
  }
  if (pathname === '/search/users') return { kind: 'list', tag: SEARCH_TAG }
  if (pathname === '/rate_limit') return { kind: 'list' }
  const [, login] = OWNER_PATH.exec(pathname) ?? []
  return login === undefined ? undefined : { kind: 'list', tag: ownerTag(decode(login)) }
}

function scopeOfSearch(pathname: string, [q = '', ...more]: string[]): PublicScope | undefined {
  if (more.length > 0) return undefined
  const unquoted = q.replace(/"[^"]*"/g, '""')
  if (pathname === '/search/repositories') {
    const isPublic = /(?:^|\s)is:public(?:\s|$)/.test(unquoted)
    return isPublic ? { kind: 'list', tag: SEARCH_TAG } : undefined
  }
  if (pathname !== '/search/issues') return undefined
  // Several qualifiers, and operators, may widen a search beyond one repository.
  const [, owner, repo] = /(?:^|\s)repo:([^\s/]+)\/([^\s/]+)(?=\s|$)/.exec(unquoted) ?? []
  const qualifiers = unquoted.match(/\b(?:repo|user|org|owner|enterprise):/gi) ?? []
  const isWider = qualifiers.length !== 1 || /\b(?:OR|NOT|AND)\b|[()]/.test(unquoted)
  return owner && repo && !isWider ? { kind: 'below-repository', owner, repo } : undefined
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** The tag of cache entries of a repository, by its name, `owner/name`. */
export function nameTag(fullName: string): string {
  return `name:${fullName.toLowerCase()}`
}

/** The tag of cache entries of a repository, by its ID, which is stable across renames. */
export function idTag(id: number | null): string {
  return `repo:${id}`
}

/** The tag of what belongs to an account: by its login, because an empty list contains no ID. */
export function ownerTag(login: string): string {
  return `owner:${login.toLowerCase()}`
}

/** The tags that a path shows, for any reader: those of its repository or its owner, by name. */
export function pathTags(path: string): string[] {
  const scope = publicScopeOf(path)
  if (scope === undefined) return []
  if (scope.kind === 'below-repository') return [nameTag(`${scope.owner}/${scope.repo}`)]
  return scope.tag === undefined ? [] : [scope.tag]
}

/** The tag in a store. Instances that share a store may use different GitHub servers. */
export function storeTag(baseUrl: string, tag: string): string {
  return `${baseUrl} ${tag}`
}

/**
 * The tags of a response by which shared caches can purge it, from those of its entry. A name is not
 * among them, because it may belong to another repository later.
 */
export function responseTags(baseUrl: string, storeTags: readonly string[]): string[] {
  return storeTags
    .map((tag) => tag.slice(storeTag(baseUrl, '').length))
    .filter((tag) => /^(?:repo:\d+|owner:[a-z\d_-]+|search)$/.test(tag))
}

/** The tags of a response that reports an error: a new repository of the owner would replace it. */
export function errorTags(scope: PublicScope | undefined, path: string): string[] {
  if (scope?.kind === 'list') return scope.tag === undefined ? [] : [scope.tag]
  const [, owner] = /^\/repos\/([^/?]+)/.exec(path) ?? []
  if (scope?.kind === 'below-repository') return [ownerTag(scope.owner)]
  if (owner !== undefined) return [ownerTag(decode(owner))]
  return scope === undefined ? [] : [scope.tag]
}

const namedRepo = z.object({ full_name: z.string(), id: z.unknown() })

/** The tags of the repositories that a body is about: itself, its items or its search results. */
export function tagsOfRepos(body: unknown): string[] {
  const ownTags = tagsOfRepo(body)
  if (ownTags.length > 0) return ownTags
  const { data: results } = z.object({ items: z.array(z.unknown()) }).safeParse(body)
  const items = results?.items ?? (Array.isArray(body) ? body : [])
  return items.flatMap(tagsOfRepo)
}

function tagsOfRepo(body: unknown): string[] {
  const { data: repo } = namedRepo.safeParse(body)
  if (!repo) return []
  return [nameTag(repo.full_name), ...(typeof repo.id === 'number' ? [idTag(repo.id)] : [])]
}
