import { cacheHeaders } from '@repo/cache-headers'
import type { Call } from '@repo/github'
import { edgePolicy } from './edge-policy.ts'
import { type Frame, frameFor } from '#server/frame.ts'
import { timings } from '#server/server-timing.ts'

/** The frame's data on the Edge Runtime, with what no header of such a page can say. */
export function edgeFrame(calls: readonly Call[]): Frame {
  const sent = cacheHeaders(edgePolicy)
  const policy = {
    cacheControl: sent['Cache-Control'],
    cdnCacheControl: sent['CDN-Cache-Control'],
  }
  return { ...frameFor(calls), timings: timings(calls, policy, new Date()) }
}
