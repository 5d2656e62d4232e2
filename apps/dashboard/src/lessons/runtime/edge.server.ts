import { cacheHeaders } from '@repo/cache-headers'
import { type Client, createClient, type GitHub, type GitHubCall } from '@repo/github'
import { degradedPage } from '#server/cache-policies.ts'
import { PAGE_DEADLINE_MS } from '#server/deadlines.ts'
import { readEnv } from '#server/env.ts'
import { type Frame, frameFor } from '#server/frame.ts'
import { requestTimings } from '#server/server-timing.ts'

/**
 * The policy of an edge page. A rule of `next.config` sends it whether or not GitHub responds: hence
 * that of a page whose panels may be unavailable.
 */
export const edgePolicy = degradedPage

let client: Client | undefined

/**
 * The reads for a page on the Edge Runtime: as on Node.js, without the store, which that runtime
 * cannot hold. Each request reads GitHub, within the rate limits that this isolate has seen.
 */
export function edgeGitHub(onCall: (call: GitHubCall) => void): GitHub {
  const { githubApiUrl, githubToken } = readEnv()
  client ??= createClient({ baseUrl: githubApiUrl, token: githubToken })
  return client.forRequest({ deadlineMs: PAGE_DEADLINE_MS, onCall })
}

/** The frame's data on the Edge Runtime, with what no header of such a page can carry. */
export function edgeFrame(calls: readonly GitHubCall[]): Frame {
  const sent = cacheHeaders(edgePolicy)
  const policy = {
    cacheControl: sent['Cache-Control'],
    cdnCacheControl: sent['CDN-Cache-Control'],
  }
  return { ...frameFor(calls), timings: requestTimings(calls, policy, new Date()) }
}
