import type { FoundIssue, IssueSearchResults } from '@repo/github'

/** A part of the inbox: one search of GitHub's, and what to do with what it finds. */
export type InboxSection = {
  title: string
  query: string
  /** The date that tells how long something has waited. */
  since: 'createdAt' | 'updatedAt'
  next: string
  empty: string
}

/** What a section shows of a search: how much there is, and the first of it. */
export type InboxItems = {
  total: number
  first: InboxItem[]
}

export type InboxItem = Pick<
  FoundIssue,
  'title' | 'repo' | 'number' | 'author' | 'createdAt' | 'updatedAt' | 'draft' | 'url'
>

const mostShown = 8
const staleAfterDays = 90
const day = 86_400_000

/**
 * The inbox of a viewer over the repositories of an owner, `@me` for their own. Each section is a
 * query that GitHub answers itself, and that anybody can read, change and keep there.
 */
export function inboxSections(owner: string, today: Date): InboxSection[] {
  const open = `is:open archived:false`
  const staleSince = new Date(today.getTime() - staleAfterDays * day).toISOString().slice(0, 10)
  return [
    {
      title: 'Needs a first answer',
      query: `is:issue ${open} user:${owner} comments:0 -author:@me sort:created-asc`,
      since: 'createdAt',
      next: 'Say that you have seen it, even without a solution; the oldest has waited longest.',
      empty: 'Everybody has had an answer.',
    },
    {
      title: 'Your turn',
      query: `is:pr ${open} review-requested:@me sort:updated-asc`,
      since: 'updatedAt',
      next: 'Review it, or name somebody who can.',
      empty: 'Nobody waits for your review.',
    },
    {
      title: 'Waiting for the author',
      query: `is:pr ${open} user:${owner} review:changes_requested -author:@me sort:updated-asc`,
      since: 'updatedAt',
      next: 'Ask whether help is wanted; after some weeks, take it over or close it.',
      empty: 'No author owes you anything.',
    },
    {
      title: 'Approved but not merged',
      query: `is:pr ${open} user:${owner} review:approved draft:false sort:updated-asc`,
      since: 'updatedAt',
      next: 'Merge it, or say what it waits for.',
      empty: 'What was approved is merged.',
    },
    {
      title: 'Stale',
      query: `is:issue ${open} user:${owner} updated:<${staleSince} sort:updated-asc`,
      since: 'updatedAt',
      next: 'Close it with a reason, or say what would bring it forward.',
      empty: 'Nothing has lain still for three months.',
    },
  ]
}

/** The address at which GitHub answers a section's query. */
export function queryAddress(githubUrl: string, query: string): string {
  const list = query.startsWith('is:pr') ? 'pulls' : 'issues'
  return `${githubUrl}/${list}?q=${encodeURIComponent(query)}`
}

/** Takes of a search what a section shows. */
export function firstItems({ total, items }: IssueSearchResults): InboxItems {
  const first = items
    .slice(0, mostShown)
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
