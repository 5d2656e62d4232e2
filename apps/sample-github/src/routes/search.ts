import { Hono } from 'hono'
import { userSearchItem } from '../bodies/account.ts'
import { searchItem } from '../bodies/repository.ts'
import { findAccount, searchAccounts } from '../data/accounts.ts'
import type { RepoFacts } from '../data/facts.ts'
import { catalog } from '../data/repositories.ts'
import type { SampleContext, SampleEnv } from '../http/context.ts'
import { sendList } from '../http/paging.ts'
import {
  isSearchable,
  parseRepositoryQuery,
  searchRepositories,
} from '../search/repository-search.ts'
import { invalidQuery, MAX_RESULTS, requireQuery, requireResultPage } from './search-request.ts'

export const searchRoutes = new Hono<SampleEnv>()

searchRoutes.get('/search/repositories', (c) => {
  const query = parseRepositoryQuery(requireQuery(c))
  const { viewer } = c.get('view')
  const isHidden = (name: string) => !isSearchable(catalog, name, viewer)
  if (query.owners.some((owner) => !findAccount(owner)) || query.repos.some(isHidden)) {
    throw invalidQuery({
      code: 'invalid',
      message:
        'The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.',
    })
  }
  const page = requireResultPage(c)
  const found = inOrder(c, searchRepositories(catalog, query, viewer))
  const list = {
    path: '/search/repositories',
    total: Math.min(found.length, MAX_RESULTS),
    items: (start: number, end: number) =>
      found
        .slice(start, end)
        .map((repo) => searchItem(c.get('state').pushedRepository(repo), c.get('view'))),
    page,
  }
  return sendList(c, list, (items) => ({
    total_count: found.length,
    incomplete_results: false,
    items,
  }))
})

searchRoutes.get('/search/users', (c) => {
  const words = requireQuery(c).toLowerCase().split(/\s+/)
  const page = requireResultPage(c)
  const found = searchAccounts(words.filter((word) => word !== ''))
  const list = {
    path: '/search/users',
    total: Math.min(found.length, MAX_RESULTS),
    items: (start: number, end: number) =>
      found.slice(start, end).map((account) => userSearchItem(account, c.get('view'))),
    page,
  }
  return sendList(c, list, (items) => ({
    total_count: found.length,
    incomplete_results: false,
    items,
  }))
})

/** Best match ignores `order`; the other sorts begin with the most or the latest by default. */
function inOrder(c: SampleContext, found: RepoFacts[]): RepoFacts[] {
  const weigh = weightFor(c.req.query('sort'))
  if (!weigh) return found
  const sign = c.req.query('order') === 'asc' ? 1 : -1
  return found.sort((a, b) => sign * (weigh(a) - weigh(b)) || a.id - b.id)
}

function weightFor(sort: string | undefined): ((repo: RepoFacts) => number) | undefined {
  switch (sort) {
    case 'stars':
      return (repo) => repo.stars
    case 'forks':
      return (repo) => repo.forks
    case 'updated':
      return (repo) => -repo.updatedSecondsAgo
    default:
      return undefined
  }
}
