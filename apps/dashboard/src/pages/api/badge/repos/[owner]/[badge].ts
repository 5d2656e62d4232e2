import type { PageConfig } from 'next'
import { serveBadge } from '#server/badge/serve-badge.ts'

// An API route is where Next takes 'edge'; on a page the build refuses it.
export const config = { runtime: 'edge' } satisfies PageConfig

// A route's file is a whole segment of the address: `[badge]` is the repository's name with `.svg`.
export default function badge(request: Request): Promise<Response> {
  return serveBadge(request)
}
