import type { GitHubRequest } from './request.ts'

/** What a request is about: its owner and its repository, or the nearest that it names. */
type Scopes = { owner: string; repo: string }

// The most owners and repositories that are read without the token.
const MAX_EXCEPTIONS = 1000
const EVERYTHING = 'everything'

/** The server's token, and for which owners and repositories it is withheld for a while. */
export function createServerToken(token: string | undefined, now: () => number) {
  // By scope, the time until which it is read without the token; the oldest first.
  const exceptions = new Map<string, number>()

  function isExcepted(scope: string): boolean {
    return (exceptions.get(scope) ?? 0) > now()
  }

  function withhold(scope: string, milliseconds: number): void {
    exceptions.delete(scope)
    exceptions.set(scope, now() + milliseconds)
    for (const oldest of exceptions.keys()) {
      if (exceptions.size <= MAX_EXCEPTIONS) break
      exceptions.delete(oldest)
    }
  }

  return {
    /** The token, if there is one and GitHub accepts it for this request. */
    tokenFor(request: GitHubRequest): string | undefined {
      const { owner, repo } = scopesOf(request)
      return [EVERYTHING, owner, repo].some(isExcepted) ? undefined : token
    },

    withholdFromOwner: (request: GitHubRequest, milliseconds: number): void =>
      withhold(scopesOf(request).owner, milliseconds),
    withholdFromRepo: (request: GitHubRequest, milliseconds: number): void =>
      withhold(scopesOf(request).repo, milliseconds),
    withholdFromAll: (milliseconds: number): void => withhold(EVERYTHING, milliseconds),

    /** Whether GitHub has rejected the token for everything. */
    isRejected: (): boolean => isExcepted(EVERYTHING),
  }
}

function scopesOf({ route, params }: GitHubRequest): Scopes {
  const { owner = params.username, repo, id, q } = params
  if (owner !== undefined) return scopesNamed(String(owner), repo)
  const [, searchedOwner, searchedRepo] = SEARCHED.exec(String(q ?? '')) ?? []
  if (searchedOwner !== undefined) return scopesNamed(searchedOwner, searchedRepo)
  const scope = id === undefined ? route : `${route} ${id}`
  return { owner: scope, repo: scope }
}

// The owner, and the repository, that a search is limited to.
const SEARCHED = /(?:^|\s)(?:repo|user|org):"?([\w.-]+)(?:\/([\w.-]+))?/i

function scopesNamed(owner: string, repo: string | number | undefined): Scopes {
  const login = owner.toLowerCase()
  return { owner: login, repo: repo === undefined ? login : `${login}/${repo}`.toLowerCase() }
}
