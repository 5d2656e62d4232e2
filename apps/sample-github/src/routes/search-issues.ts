import { Hono } from 'hono'
import { foundIssue } from '../bodies/ticket.ts'
import type { SampleContext, SampleEnv } from '../context.ts'
import { catalog } from '../data/repositories.ts'
import { sendList } from '../paging.ts'
import { Refusal } from '../refusal.ts'
import {
  BadSearch,
  GapInSearch,
  parseTicketSearch,
  type TicketOrder,
  type TicketSearch,
} from '../ticket-query.ts'
import { searchTickets } from '../ticket-search.ts'
import { invalidSearch, mostResults, searchPage, searchText } from './search-request.ts'

export const searchIssueRoutes = new Hono<SampleEnv>()

searchIssueRoutes.get('/search/issues', (c) => {
  const search = searchIn(c)
  const page = searchPage(c)
  const view = c.get('view')
  const repositories = new Set([...catalog, ...search.named])
  const { found, incomplete } = searchTickets([...repositories], search, view)
  const list = {
    path: '/search/issues',
    total: Math.min(found.length, mostResults),
    items: (start: number, end: number) =>
      found.slice(start, end).map(({ repo, ticket }) => foundIssue(repo, ticket, view)),
    page,
  }
  return sendList(c, list, (items) => ({
    total_count: found.length,
    incomplete_results: incomplete,
    items,
  }))
})

function searchIn(c: SampleContext): TicketSearch {
  const text = searchText(c)
  try {
    const search = parseTicketSearch(text, c.get('view').viewer)
    const credentials = c.get('credentials')
    const isOfApp = typeof credentials === 'object' && credentials.ofApp
    if (isOfApp && search.kind === undefined) {
      throw new BadSearch("Query must include 'is:issue' or 'is:pull-request'")
    }
    return { ...search, order: search.order ?? orderIn(c) }
  } catch (error) {
    if (error instanceof BadSearch) {
      throw invalidSearch({ code: 'invalid', message: error.message })
    }
    if (!(error instanceof GapInSearch)) throw error
    c.get('state').recordUnknown({ method: 'GET', path: `/search/issues ${error.message}` })
    throw new Refusal(501, {
      message: `The sample GitHub cannot search issues by ${error.message}`,
      method: 'GET',
      path: '/search/issues',
    })
  }
}

function orderIn(c: SampleContext): TicketOrder | undefined {
  const { sort: by, order } = c.req.query()
  if (by !== 'created' && by !== 'updated' && by !== 'comments') return undefined
  return { by, ascending: order === 'asc' }
}
