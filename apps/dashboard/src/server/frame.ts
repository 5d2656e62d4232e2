import type { GitHubCall, Viewer } from '@repo/github'
import { readEnv } from './process/env.ts'
import type { Timing } from './server-timing.ts'

/** What the frame around a page shows about the server. */
export type Frame = {
  /** Where the data comes from; unknown until GitHub has responded once. */
  source: 'sample' | 'live' | 'unknown'
  siteUrl: string
  /** The viewer of a private page; absent on public pages. */
  viewer?: Pick<Viewer, 'login' | 'avatarUrl'>
  /** The metrics of `Server-Timing`, on the runtime that drops a page's headers. */
  timings?: Timing[]
}

// Pages, API routes and instrumentation each get their own instance of this module in Next.
const known = Symbol.for('@repo/dashboard data source')
const memory = globalThis as { [known]?: Frame['source'] }

/** Returns the frame's data after these calls. The source cannot change while the server runs. */
export function frameFor(calls: readonly GitHubCall[], viewer?: Viewer): Frame {
  if (memory[known] !== 'sample') {
    if (calls.some((call) => call.sample)) memory[known] = 'sample'
    else if (calls.some((call) => call.cacheStatus !== undefined)) memory[known] = 'live'
  }
  const frame = { source: memory[known] ?? 'unknown', siteUrl: readEnv().siteUrl }
  if (!viewer) return frame
  const { login, avatarUrl } = viewer
  return { ...frame, viewer: { login, avatarUrl } }
}
