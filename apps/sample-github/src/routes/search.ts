import { Hono } from 'hono'
import { searchItem } from '../bodies/repository.ts'
import type { SampleContext, SampleEnv } from '../context.ts'
import { findAccount } from '../data/accounts.ts'
import type { RepoFacts } from '../data/facts.ts'
import { catalog } from '../data/repositories.ts'
import { pageFrom, sendList } from '../paging.ts'
import { Refusal } from '../refusal.ts'
import { parseSearch, searchIn } from '../search-query.ts'

/** GitHub finds more than it shows. */
const mostResults = 1_000
const longestQuery = 256

const documentation = 'https://docs.github.com/v3/search/'

export const searchRoutes = new Hono<SampleEnv>()

searchRoutes.get('/search/repositories', (c) => {
  const text = c.req.query('q') ?? ''
  if (text.trim() === '') throw invalid({ code: 'missing' })
  if (text.length > longestQuery) {
    throw invalid({
      code: 'invalid',
      message: `The search is longer than ${longestQuery} characters.`,
    })
  }
  const query = parseSearch(text)
  if (query.owners.some((owner) => !findAccount(owner))) {
    throw invalid({
      code: 'invalid',
      message:
        'The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.',
    })
  }
  const page = pageFrom(c)
  if ((page.number - 1) * page.size >= mostResults) {
    throw new Refusal(422, {
      message: 'Only the first 1000 search results are available',
      documentation_url: documentation,
      status: '422',
    })
  }

  const found = inOrder(c, searchIn(catalog, query, c.get('view').viewer))
  const list = {
    path: '/search/repositories',
    total: Math.min(found.length, mostResults),
    items: (start: number, end: number) =>
      found.slice(start, end).map((repo) => searchItem(repo, c.get('view'))),
    page,
  }
  return sendList(c, list, (items) => ({
    total_count: found.length,
    incomplete_results: false,
    items,
  }))
})

function invalid(error: { code: string; message?: string }): Refusal {
  return new Refusal(422, {
    message: 'Validation Failed',
    errors: [{ ...error, resource: 'Search', field: 'q' }],
    documentation_url: documentation,
    status: '422',
  })
}

/** Best match has one direction only; the others begin with the most or the latest. */
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
