import { INBOX_PATH, type InboxSectionId } from '#components/inbox/section-names.ts'

/** The sort orders of each section; the first is the default. */
export const inboxSorts = [
  { sort: 'newest', label: 'Newest' },
  { sort: 'oldest', label: 'Oldest' },
  { sort: 'waiting', label: 'Longest waiting' },
] as const

type InboxSort = (typeof inboxSorts)[number]['sort']

/** What the URL of the inbox selects. */
export type InboxRequest = {
  /** Without it, the viewer's own repositories. */
  owner?: string | undefined
  label?: string | undefined
  sort: InboxSort
  hasBots: boolean
  isGrouped: boolean
  /** The only section that is shown, with all its pages; `query` is the first of `queries`. */
  section?: InboxSectionId | 'query'
  page: number
  /** The searches of the viewer's own sections. */
  queries: string[]
  /** A query to edit, which is not in `queries`. */
  edited?: string
}

/** Returns the parameters of a request except its page and the query to edit, without default values. */
export function inboxParams({
  owner,
  label,
  sort,
  hasBots,
  isGrouped,
  section,
}: InboxRequest): Record<string, string | undefined> {
  return {
    owner,
    label,
    sort: sort === inboxSorts[0].sort ? undefined : sort,
    bots: hasBots ? 'in' : undefined,
    group: isGrouped ? 'repo' : undefined,
    section,
  }
}

/** Returns the path of a request. */
export function inboxPath(request: InboxRequest): string {
  const { page, edited, queries } = request
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(inboxParams(request))) {
    if (value !== undefined) params.append(name, value)
  }
  for (const query of queries) params.append('q', query)
  if (edited !== undefined) params.append('edit', edited)
  if (page > 1) params.append('page', String(page))
  return params.size > 0 ? `${INBOX_PATH}?${params}` : INBOX_PATH
}

/** Returns the path of a request for one section, or for all, from the first page. */
export function inboxSectionPath(
  request: InboxRequest,
  section: InboxRequest['section'],
  queries = request.queries,
): string {
  const { section: _section, edited: _edited, ...rest } = request
  return inboxPath({ ...rest, page: 1, queries, ...(section && { section }) })
}
