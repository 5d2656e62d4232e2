import { type InboxSectionId, inboxSections } from '#components/inbox/section-names.ts'
import type { InboxRequest } from './inbox-request.ts'

/** A section of the inbox: a GitHub search, and what to do with its results. */
export type InboxSection = {
  id: InboxSectionId | 'query'
  title: string
  query: string
  /** The date that items show, and by which they are sorted. */
  date: 'createdAt' | 'updatedAt'
  nextStep?: string
  emptyText: string
}

type SectionRule = {
  qualifiers: string
  /** The owner of the repositories that it searches by default; without it, all repositories. */
  owner?: '@me'
  /** Since when an item has been waiting. */
  waitingSince: InboxSection['date']
  nextStep: string
  emptyText: string
}

const STALE_AFTER_DAYS = 90
const DAY_MS = 86_400_000

// Each names issues or pull requests, as GitHub requires for an app's tokens.
const rules: Record<InboxSectionId, SectionRule> = {
  'awaiting-response': {
    qualifiers: 'is:issue is:open archived:false comments:0 -author:@me',
    owner: '@me',
    waitingSince: 'createdAt',
    nextStep: 'Acknowledge it, even without a fix.',
    emptyText: 'Nothing is waiting for a response.',
  },
  'review-requested': {
    qualifiers: 'is:pr is:open archived:false review-requested:@me',
    waitingSince: 'updatedAt',
    nextStep: 'Review it, or suggest another reviewer.',
    emptyText: 'No reviews requested.',
  },
  'changes-requested': {
    qualifiers: 'is:pr is:open archived:false review:changes_requested -author:@me',
    owner: '@me',
    waitingSince: 'updatedAt',
    nextStep: 'Offer help; after a few weeks, take it over or close it.',
    emptyText: 'Nothing is waiting for its author.',
  },
  approved: {
    qualifiers: 'is:pr is:open archived:false review:approved draft:false',
    owner: '@me',
    waitingSince: 'updatedAt',
    nextStep: 'Merge it, or comment on what blocks it.',
    emptyText: 'No approved pull requests to merge.',
  },
  stale: {
    qualifiers: 'is:issue is:open archived:false',
    owner: '@me',
    waitingSince: 'updatedAt',
    nextStep: 'Close it with a reason, or comment on what would unblock it.',
    emptyText: 'No stale issues.',
  },
}

/** The apps that open most issues and pull requests; GitHub has no qualifier for all bots. */
const BOTS = ['dependabot', 'renovate', 'github-actions']
const WITHOUT_BOTS = BOTS.map((name) => ` -author:app/${name}`).join('')

/** Creates the sections that a request shows. Each query also works on GitHub. */
export function createSections(request: InboxRequest, today: Date): InboxSection[] {
  const { section, queries } = request
  const shown = inboxSections.filter(({ id }) => section === undefined || section === id)
  const own = section === undefined || section === 'query' ? queries : []
  return [
    ...shown.map(({ id, title }) => createSection(id, title, request, today)),
    ...(section === 'query' ? own.slice(0, 1) : own).map((query) => createOwn(query, request)),
  ]
}

function createSection(
  id: InboxSectionId,
  title: string,
  { owner, label, sort, hasBots }: InboxRequest,
  today: Date,
): InboxSection {
  const { qualifiers, waitingSince, nextStep, emptyText, ...rule } = rules[id]
  const user = owner ?? rule.owner
  const date = sort === 'waiting' ? waitingSince : 'createdAt'
  const query = [
    qualifiers,
    user && `user:${user}`,
    id === 'stale' && `updated:<${daysBefore(today, STALE_AFTER_DAYS)}`,
    label && `label:"${label}"`,
    sortQualifier(date, sort),
  ]
    .filter(Boolean)
    .join(' ')
  return {
    id,
    title,
    query: hasBots ? query : query + WITHOUT_BOTS,
    date,
    nextStep,
    emptyText,
  }
}

/** A section of the viewer's own; its query also decides the order if it has `sort:`. */
function createOwn(query: string, { sort }: InboxRequest): InboxSection {
  const date = sort === 'waiting' ? 'updatedAt' : 'createdAt'
  const hasSort = /(?:^|\s)sort:/i.test(query)
  return {
    id: 'query',
    title: query,
    query: hasSort ? query : `${query} ${sortQualifier(date, sort)}`,
    date,
    emptyText: 'Nothing matches this query.',
  }
}

function sortQualifier(date: InboxSection['date'], sort: InboxRequest['sort']): string {
  return `sort:${date === 'createdAt' ? 'created' : 'updated'}-${sort === 'newest' ? 'desc' : 'asc'}`
}

function daysBefore(today: Date, days: number): string {
  return new Date(today.getTime() - days * DAY_MS).toISOString().slice(0, 10)
}

/** Returns a query without the exclusion of bots, for a GitHub that does not have these apps. */
export function withBots(query: string): string {
  return query.replace(WITHOUT_BOTS, '')
}

/** The URL of a search on GitHub. */
export function searchUrl(githubUrl: string, query: string): string {
  const list = /(?:^|\s)is:(?:pr|pull-request)\b/.test(query) ? 'pulls' : 'issues'
  return `${githubUrl}/${list}?q=${encodeURIComponent(query)}`
}

/** Why a query cannot be a section. The last two are GitHub's responses. */
export type QueryProblem =
  | 'too-many'
  | 'no-kind'
  | 'too-long'
  | 'open-quote'
  | 'too-many-operators'
  | 'unknown-name'
  | 'rejected'

// https://docs.github.com/en/rest/search/search#limitations-on-query-length
const MAX_SEARCH_TEXT_LENGTH = 256
const MAX_OPERATORS = 5

/** Finds what GitHub's search would reject; null if there is nothing. */
export function findQueryProblem(query: string): QueryProblem | null {
  if (query.length > MAX_SEARCH_TEXT_LENGTH) return 'too-long'
  if ((query.match(/"/g)?.length ?? 0) % 2 === 1) return 'open-quote'
  if (!/(?:^|[\s(])(?:is|type):(?:issue|pr|pull-request)\b/i.test(query)) return 'no-kind'
  const operators = query.match(/(?:^|\s)(?:AND|OR|NOT)(?=\s|$)/g)?.length ?? 0
  return operators > MAX_OPERATORS ? 'too-many-operators' : null
}
