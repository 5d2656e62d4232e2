import type { FoundIssue, IssueSearchResults, Panel } from '@repo/github'

/** A section of the inbox: a GitHub search, and what to do with its results. */
export type InboxSection = {
  title: string
  query: string
  /** The date since which an item has been waiting. */
  since: 'createdAt' | 'updatedAt'
  nextStep: string
  emptyText: string
}

/** The first items of a section, and the total number. */
export type InboxItems = {
  /** Null if unknown. */
  total: number | null
  first: InboxItem[]
}

export type InboxItem = Pick<
  FoundIssue,
  'title' | 'repo' | 'number' | 'author' | 'createdAt' | 'updatedAt' | 'draft' | 'url'
>

const MAX_ITEMS = 8
const STALE_AFTER_DAYS = 90
const DAY_MS = 86_400_000

/**
 * Creates the sections of a viewer's inbox for the repositories of an owner, `@me` for their own. Each
 * query also works on GitHub, where the viewer can change and save it.
 */
export function createInboxSections(owner: string, today: Date): InboxSection[] {
  const open = `is:open archived:false`
  const staleSince = new Date(today.getTime() - STALE_AFTER_DAYS * DAY_MS)
    .toISOString()
    .slice(0, 10)
  return [
    {
      title: 'Awaiting first response',
      query: `is:issue ${open} user:${owner} comments:0 -author:@me sort:created-asc`,
      since: 'createdAt',
      nextStep: 'Acknowledge it, even without a fix. Oldest first.',
      emptyText: 'Nothing is waiting for a response.',
    },
    {
      title: 'Review requested',
      query: `is:pr ${open} review-requested:@me sort:updated-asc`,
      since: 'updatedAt',
      nextStep: 'Review it, or suggest another reviewer.',
      emptyText: 'No reviews requested.',
    },
    {
      title: 'Changes requested',
      query: `is:pr ${open} user:${owner} review:changes_requested -author:@me sort:updated-asc`,
      since: 'updatedAt',
      nextStep: 'Offer help; after a few weeks, take it over or close it.',
      emptyText: 'Nothing is waiting for its author.',
    },
    {
      title: 'Approved but not merged',
      query: `is:pr ${open} user:${owner} review:approved draft:false sort:updated-asc`,
      since: 'updatedAt',
      nextStep: 'Merge it, or comment on what blocks it.',
      emptyText: 'No approved pull requests to merge.',
    },
    {
      title: 'Stale',
      query: `is:issue ${open} user:${owner} updated:<${staleSince} sort:updated-asc`,
      since: 'updatedAt',
      nextStep: 'Close it with a reason, or comment on what would unblock it.',
      emptyText: 'No stale issues.',
    },
  ]
}

/** The URL of a search on GitHub. */
export function searchUrl(githubUrl: string, query: string): string {
  const list = query.startsWith('is:pr') ? 'pulls' : 'issues'
  return `${githubUrl}/${list}?q=${encodeURIComponent(query)}`
}

/** Returns the IDs of the organizations that any section leaves out; undefined if none does. */
export function findSsoOrganizations(
  sections: readonly { items: Panel<unknown> }[],
): string[] | undefined {
  const found = sections.flatMap(({ items }) =>
    'data' in items && items.ssoOrganizations ? [items.ssoOrganizations] : [],
  )
  return found.length > 0 ? [...new Set(found.flat())] : undefined
}

/** Reduces search results to what a section shows. */
export function toInboxItems({ total, items }: IssueSearchResults): InboxItems {
  const first = items
    .slice(0, MAX_ITEMS)
    .map(({ title, repo, number, author, createdAt, updatedAt, draft, url }) => ({
      title,
      repo,
      number,
      author,
      createdAt,
      updatedAt,
      draft,
      url,
    }))
  return { total, first }
}
