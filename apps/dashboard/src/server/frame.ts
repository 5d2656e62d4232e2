import type { Call, Viewer } from '@repo/github'
import { readEnv } from './env.ts'
import type { Timing } from './server-timing.ts'

/** What the frame around a page shows of the server. */
export type Frame = {
  /** Where the data comes from; unknown until GitHub has answered once. */
  source: 'sample' | 'live' | 'unknown'
  siteUrl: string
  /** Who sees the page with their own eyes; on pages for everybody there is nobody. */
  viewer?: Pick<Viewer, 'login' | 'avatarUrl'>
  /** What `Server-Timing` would say, on the runtime that drops a page's headers. */
  timings?: Timing[]
}

// Next gives pages, API routes and instrumentation an instance of this module each.
const known = Symbol.for('@repo/dashboard data source')
const memory = globalThis as { [known]?: Frame['source'] }

/** The frame's data, after these calls. The source cannot change while the server runs. */
export function frameFor(calls: readonly Call[], viewer?: Viewer): Frame {
  if (calls.some((call) => call.sample)) memory[known] = 'sample'
  else if (calls.some((call) => call.verdict !== undefined)) memory[known] = 'live'
  const frame = { source: memory[known] ?? 'unknown', siteUrl: readEnv().siteUrl }
  if (!viewer) return frame
  const { login, avatarUrl } = viewer
  return { ...frame, viewer: { login, avatarUrl } }
}
