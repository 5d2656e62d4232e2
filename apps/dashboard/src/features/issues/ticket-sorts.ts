import type { TicketSort } from '@repo/github'

/** The orders of issues and pull requests; the first is what an address without one means. */
export const ticketSorts = [
  { sort: 'newest', label: 'Newest' },
  { sort: 'oldest', label: 'Oldest' },
  { sort: 'updated', label: 'Last change' },
  { sort: 'comments', label: 'Most comments' },
] as const satisfies readonly { sort: TicketSort; label: string }[]
