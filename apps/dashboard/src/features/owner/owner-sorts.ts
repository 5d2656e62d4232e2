import type { OwnerSort } from '@repo/github'

/** The orders of an owner's repositories. */
export const ownerSorts = [
  { sort: 'pushed', label: 'Last push' },
  { sort: 'stars', label: 'Stars' },
  { sort: 'name', label: 'Name' },
] as const satisfies readonly { sort: OwnerSort; label: string }[]
