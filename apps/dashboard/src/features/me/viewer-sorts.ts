import type { ViewerSort } from '@repo/github'

/** The orders of a viewer's repositories. */
export const viewerSorts = [
  { sort: 'pushed', label: 'Last push' },
  { sort: 'updated', label: 'Last change' },
  { sort: 'created', label: 'Newest' },
  { sort: 'name', label: 'Name' },
] as const satisfies readonly { sort: ViewerSort; label: string }[]
