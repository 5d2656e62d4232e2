import type { FoundIssue, IssueSearchResults, Panel } from '@repo/github'
import type { InboxSection, QueryProblem } from './inbox-queries.ts'
import type { InboxRequest } from './inbox-request.ts'

/** What the page of the inbox shows. */
export type Inbox = {
  /** Without the queries that have a problem. */
  request: InboxRequest
  sections: InboxSectionResult[]
  ownerProblem: 'invalid' | 'unknown' | null
  /** The query in the form; null if the form is empty. */
  edited: OwnQuery | null
  /** The other queries that have a problem. */
  otherProblems: FailedQuery[]
}

/** A query that cannot be a section, and why. */
export type FailedQuery = { query: string; problem: QueryProblem }

export type OwnQuery = { query: string; problem: QueryProblem | null }

/** A section with its search results, and the URL of the search on GitHub. */
export type InboxSectionResult = InboxSection & { href: string; items: Panel<InboxItems> }

/** A page of a section; `bots` counts the items of bots that it leaves out. */
export type InboxItems = IssueSearchResults & { bots: number }

export type InboxItem = FoundIssue

/**
 * Counts what a section shows: all that GitHub finds, without what the viewer has hidden and what bots
 * have opened, as far as it is loaded. The total is null if it is unknown.
 */
export function countShown(
  { total, items, bots }: InboxItems,
  isHidden: (item: InboxItem) => boolean,
): { shown: number | null; hidden: number } {
  const hidden = items.filter(isHidden).length
  return { shown: total === null ? null : Math.max(total - hidden - bots, 0), hidden }
}

/**
 * Counts what waits for the viewer, as the headings do: first responses and reviews. Null if a number
 * is unknown.
 */
export function countWaiting(
  sections: readonly InboxSectionResult[],
  isHidden: (item: InboxItem) => boolean,
): number | null {
  const waiting = sections.filter(
    ({ id }) => id === 'awaiting-response' || id === 'review-requested',
  )
  const counts = (waiting.length > 0 ? waiting : sections).map(({ items }) =>
    'data' in items ? countShown(items.data, isHidden).shown : null,
  )
  return counts.includes(null)
    ? null
    : counts.reduce<number>((sum, count) => sum + Number(count), 0)
}

/** What has happened to an item since a date; undefined if nothing has. */
export function changeSince(
  since: string | null,
  { createdAt, updatedAt }: InboxItem,
): 'new' | 'updated' | undefined {
  if (since === null) return undefined
  const isAfter = (date: string | null) => date !== null && Date.parse(date) > Date.parse(since)
  if (isAfter(createdAt)) return 'new'
  return isAfter(updatedAt) ? 'updated' : undefined
}

/** Counts the different items that are new or updated since a date, without the hidden ones. */
export function countChanged(
  sections: readonly InboxSectionResult[],
  since: string,
  isHidden: (item: InboxItem) => boolean,
): number {
  const items = sections.flatMap(({ items: panel }) => ('data' in panel ? panel.data.items : []))
  const changed = items.filter((item) => changeSince(since, item) && !isHidden(item))
  return new Set(changed.map(({ id }) => id)).size
}

/** Whether GitHub has returned every section, and nothing is in them. */
export function isAllClear(sections: readonly InboxSectionResult[]): boolean {
  return (
    sections.length > 0 &&
    sections.every(
      ({ items }) => items.state === 'ready' && countShown(items.data, () => false).shown === 0,
    )
  )
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

/** Groups items by repository, in the order of the first item of each. */
export function groupByRepo(items: readonly InboxItem[]): Map<string, InboxItem[]> {
  const groups = new Map<string, InboxItem[]>()
  for (const item of items) groups.set(item.repo, [...(groups.get(item.repo) ?? []), item])
  return groups
}
