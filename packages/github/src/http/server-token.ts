import type { GitHubRequest } from './request.ts'
import { isWaiting, type Wait } from './wait.ts'

/**
 * What a request is about. Without a repository, `repo` is the same as `owner`; without an owner,
 * both are the route.
 */
type Subject = { owner: string; repo: string }

// The most owners and repositories for which the token is withheld at the same time.
const MAX_EXCEPTIONS = 1000
const EVERYTHING = 'everything'
// The owner, and the repository if it names one, that a search is limited to.
const SEARCH_QUALIFIER = /(?:^|\s)(?:repo|user|org):"?([\w.-]+)(?:\/([\w.-]+))?/i

/** Creates the record of the owners and repositories that are requested without the token. */
export function createServerToken(token: string | undefined, now: () => number) {
  // Owner or repository → how long the token is withheld; oldest first.
  const exceptions = new Map<string, Wait>()

  function isWithheld(subject: string): boolean {
    const wait = exceptions.get(subject)
    return wait !== undefined && isWaiting(wait, now())
  }

  function withhold(subject: string, milliseconds: number): void {
    exceptions.delete(subject)
    exceptions.set(subject, { startedAt: now(), until: now() + milliseconds })
    for (const oldest of exceptions.keys()) {
      if (exceptions.size <= MAX_EXCEPTIONS) break
      exceptions.delete(oldest)
    }
  }

  return {
    /** The token, if there is one and GitHub accepts it for this request. */
    tokenFor(request: GitHubRequest): string | undefined {
      const { owner, repo } = subjectOf(request)
      return [EVERYTHING, owner, repo].some(isWithheld) ? undefined : token
    },

    withholdFromOwner: (request: GitHubRequest, milliseconds: number): void =>
      withhold(subjectOf(request).owner, milliseconds),
    withholdFromRepo: (request: GitHubRequest, milliseconds: number): void =>
      withhold(subjectOf(request).repo, milliseconds),
    withholdFromAll: (milliseconds: number): void => withhold(EVERYTHING, milliseconds),

    /** Whether GitHub has rejected the token for everything. */
    isRejected: (): boolean => isWithheld(EVERYTHING),
  }
}

function subjectOf({ route, params }: GitHubRequest): Subject {
  const { owner = params.username, repo, id, q } = params
  if (owner !== undefined) return toSubject(String(owner), repo)
  const [, searchedOwner, searchedRepo] = SEARCH_QUALIFIER.exec(String(q ?? '')) ?? []
  if (searchedOwner !== undefined) return toSubject(searchedOwner, searchedRepo)
  const resource = id === undefined ? route : `${route} ${id}`
  return { owner: resource, repo: resource }
}

function toSubject(owner: string, repo: string | number | undefined): Subject {
  const login = owner.toLowerCase()
  return { owner: login, repo: repo === undefined ? login : `${login}/${repo}`.toLowerCase() }
}
