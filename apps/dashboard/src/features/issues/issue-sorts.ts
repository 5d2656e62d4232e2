import type { IssueSort } from '@repo/github'

/** The orders of issues and pull requests; the first is what an address without one means. */
export const issueSorts = [
  { sort: 'newest', label: 'Newest' },
  { sort: 'oldest', label: 'Oldest' },
  { sort: 'updated', label: 'Last change' },
  { sort: 'comments', label: 'Most comments' },
] as const satisfies readonly { sort: IssueSort; label: string }[]
