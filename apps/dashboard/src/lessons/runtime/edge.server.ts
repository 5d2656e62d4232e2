import { cacheHeaders } from '@repo/cache-headers'
import { type Client, createClient, type GitHub, type GitHubCall } from '@repo/github'
import { degradedPage } from '#server/cache-policies.ts'
import { PAGE_DEADLINE_MS } from '#server/deadlines.ts'
import { createEdgeStore } from '#server/edge-store.ts'
import { type Frame, frameFor } from '#server/frame.ts'
import { readEnv } from '#server/process/env.ts'
import { requestTimings } from '#server/server-timing.ts'

let client: Client | undefined

/**
 * Binds GitHub to a request on the Edge Runtime. Responses are stored in this isolate only, because
 * the shared store needs Node.js.
 */
export function createEdgeGitHub(onCall: (call: GitHubCall) => void): GitHub {
  const { githubApiUrl, githubToken } = readEnv()
  client ??= createClient({
    baseUrl: githubApiUrl,
    token: githubToken,
    stores: { shared: createEdgeStore(), viewer: createEdgeStore(0) },
  })
  return client.forRequest({ deadlineMs: PAGE_DEADLINE_MS, onCall })
}

/** The frame's data on the Edge Runtime, including the timings that it cannot send as a header. */
export function createEdgeFrame(calls: readonly GitHubCall[]): Frame {
  // next.config sends this policy, whether or not GitHub responds.
  const sent = cacheHeaders(degradedPage)
  const policy = {
    cacheControl: sent['Cache-Control'],
    cdnCacheControl: sent['CDN-Cache-Control'],
  }
  return { ...frameFor(), timings: requestTimings(calls, policy, new Date()) }
}
