import type { Viewer } from '@repo/github'
import { readEnv } from './process/env.ts'
import type { Timing } from './server-timing.ts'

/** Where the data comes from. */
export type DataSource = 'sample' | 'live'

/** What the frame around a page shows about the server. */
export type Frame = {
  source: DataSource
  siteUrl: string
  /** The viewer of a private page; absent on public pages. */
  viewer?: Pick<Viewer, 'login' | 'avatarUrl'>
  /** When the viewer's token expires, in ISO 8601, if that is soon. */
  tokenExpiresAt?: string
  /** The metrics of `Server-Timing`, on the runtime that drops a page's headers. */
  timings?: Timing[]
}

/**
 * Returns the frame's data.
 * @param viewer The viewer of a private page.
 * @param tokenExpiresAt When their token expires, if that is soon.
 */
export function frameFor(viewer?: Viewer, tokenExpiresAt?: string): Frame {
  const frame = { source: readDataSource(), siteUrl: readEnv().siteUrl }
  if (!viewer) return frame
  const { login, avatarUrl } = viewer
  return {
    ...frame,
    viewer: { login, avatarUrl },
    ...(tokenExpiresAt !== undefined && { tokenExpiresAt }),
  }
}

/** Returns where the data comes from: by the configuration, so that no failed read changes it. */
export function readDataSource(): DataSource {
  return readEnv().isSampleData ? 'sample' : 'live'
}
