import { cacheHeaders } from '@repo/cache-headers'
import type { EdgeApi } from '@repo/page-runtime'
import { answerBadge } from '#features/badge/answer-badge.server.ts'

// An API route is where Next takes 'edge'; on a page the build refuses it.
export const config = { runtime: 'edge' } satisfies EdgeApi

// A route's file is a whole segment of the address: `[badge]` is the repository's name with `.svg`.
export default async function badge(request: Request): Promise<Response> {
  const { status, headers, body, policy } = await answerBadge(request)

  return new Response(body, { status, headers: { ...headers, ...cacheHeaders(policy) } })
}
