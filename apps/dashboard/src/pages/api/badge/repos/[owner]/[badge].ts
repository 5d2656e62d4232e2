import { cacheHeaders } from '@repo/cache-headers'
import type { EdgeApi } from '@repo/page-runtime'
import { respondWithBadge } from '#features/badge/respond-with-badge.server.ts'
import { readTagField } from '#server/tag-field.ts'

// Next accepts `edge` for API routes; for a page the build rejects it.
export const config = { runtime: 'edge' } satisfies EdgeApi

// A route's file name is a whole path segment: `[badge]` is the repository's name with `.svg`.
export default async function badge(request: Request): Promise<Response> {
  const { status, headers, body, policy } = await respondWithBadge(request)

  const cacheFields = cacheHeaders(policy, readTagField())
  return new Response(body, { status, headers: { ...headers, ...cacheFields } })
}
