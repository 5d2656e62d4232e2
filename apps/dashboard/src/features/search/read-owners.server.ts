import { type GitHub, GitHubError, type Panel, type ToPanel } from '@repo/github'
import type { SearchRequest } from './search-request.ts'

// Keeps the HTML below the limit of components that are loaded on demand.
const MAX_OWNERS = 3

/**
 * Reads the logins of the owners that a search finds; null where it asks for something else: on later
 * pages, with filters, and in GitHub's syntax. A client over its budget still gets the repositories.
 */
export async function readOwners(
  { github, panel }: { github: GitHub; panel: ToPanel },
  { q, githubQuery, type }: SearchRequest,
  page: number,
): Promise<Panel<string[]> | null> {
  if (page > 1 || type !== undefined || q !== githubQuery || !isPlain(q)) return null
  const found = github.searchOwners({ q }).catch((error: unknown) => {
    if (!(error instanceof GitHubError) || error.kind !== 'too-many-requests') throw error
    throw new GitHubError('overloaded', { path: error.path, isSent: false })
  })
  const owners = await panel(found, ({ items }) =>
    items.slice(0, MAX_OWNERS).map(({ login }) => login),
  )
  const isEmpty = 'data' in owners ? owners.data.length === 0 : owners.state === 'needs-token'
  return isEmpty ? null : owners
}

/** Whether a query is words alone, without qualifiers, operators and quotes. */
function isPlain(q: string): boolean {
  return !/[:"()<>]/.test(q) && !/\b(?:AND|OR|NOT)\b/.test(q)
}
