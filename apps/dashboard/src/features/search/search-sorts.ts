import type { SearchSort } from '@repo/github'

/** The orders of search results. */
export const searchSorts = [
  { sort: 'best-match', label: 'Best match' },
  { sort: 'stars', label: 'Stars' },
  { sort: 'updated', label: 'Last update' },
] as const satisfies readonly { sort: SearchSort; label: string }[]
