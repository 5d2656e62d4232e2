import type { Viewer } from '@repo/github'
import { readEnv } from './process/env.ts'
import type { Follow } from './read-scope.ts'
import type { Timing } from './server-timing.ts'

/** Where the data comes from. */
export type DataSource = 'sample' | 'live'

/** What the frame around a page shows about the server. */
export type Frame = {
  source: DataSource
  siteUrl: string
  /** The viewer of a private page; absent on public pages. */
  viewer?: Pick<Viewer, 'login' | 'avatarUrl'>
  /** Whether their token is in the Authorization header, so that they cannot sign out here. */
  hasHeaderToken?: true
  /** When the viewer's token expires, in ISO 8601, if that is soon. */
  tokenExpiresAt?: string
  /** What an open public page follows, if GitHub's webhooks report changes. */
  follow?: Follow
  /** The metrics of `Server-Timing`, on the runtime that drops a page's headers. */
  timings?: Timing[]
}

type TokenFacts = {
  /** When the token expires, if that is soon. */
  expiresAt: string | undefined
  isInHeader: boolean
}

/** Returns the frame's data, with the viewer of a private page and facts of their token. */
export function frameFor(viewer?: Viewer, token?: TokenFacts): Frame {
  const frame = { source: readDataSource(), siteUrl: readEnv().siteUrl }
  if (!viewer) return frame
  const { login, avatarUrl } = viewer
  return {
    ...frame,
    viewer: { login, avatarUrl },
    ...(token?.isInHeader && { hasHeaderToken: true }),
    ...(token?.expiresAt !== undefined && { tokenExpiresAt: token.expiresAt }),
  }
}

/** Returns where the data comes from: by the configuration, so that no failed read changes it. */
export function readDataSource(): DataSource {
  return readEnv().isSampleData ? 'sample' : 'live'
}
