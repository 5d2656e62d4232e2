import type { EdgeApi } from '@repo/page-runtime'
import { serveBadge } from '#server/badge/serve-badge.ts'

// An API route is where Next takes 'edge'; on a page the build refuses it.
export const config = { runtime: 'edge' } satisfies EdgeApi

// A route's file is a whole segment of the address: `[badge]` is the repository's name with `.svg`.
export default function badge(request: Request): Promise<Response> {
  return serveBadge(request)
}
