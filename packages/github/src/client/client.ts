import type { GitHubError, GitHubErrorKind } from '../http/github-error.ts'
import { createIdentities, type Identity } from '../http/identities.ts'
import { createRateLimit, type Quota } from '../http/rate-limit.ts'
import { createCache, type CacheStatus } from '../cache/cache.ts'
import { type GitHubCall, createReader } from '../resources/read.ts'
import { bindResources, type GitHub } from '../resources/index.ts'
import type { Store } from '../cache/stores.ts'
import { createUpstream, type UpstreamOptions } from '../http/upstream.ts'

export type ClientOptions = UpstreamOptions & {
  /** Where answers are kept: those for everybody, and those for one viewer. Without, nothing is. */
  stores?: { shared: Store; viewer: Store } | undefined
}

export type RequestOptions = {
  /** Milliseconds that the request's reads may take together. */
  deadlineMs?: number
  onCall?: ((call: GitHubCall) => void) | undefined
  /** A viewer's own token: what it reads is kept apart, and never shared. */
  viewerToken?: string | undefined
}

/** What a client has done and knows; it holds no secret. */
export type ClientStatus = {
  lookups: Record<CacheStatus, number>
  lastErrors: { at: string; kind: GitHubErrorKind; status: number | undefined; path: string }[]
  quotas: Quota[]
  /** GitHub has refused the server's token; public data is requests for without it. */
  isTokenRejected: boolean
}

/** A process's way to GitHub: what it remembers, and what it knows of the limits. */
export type Client = ReturnType<typeof createClient>

const errorsKept = 10

/** Makes the client that all requests of a process share. */
export function createClient(options: ClientOptions) {
  const { stores = { shared: nothingKept, viewer: nothingKept }, now = Date.now } = options
  const upstream = createUpstream(options)
  const memory = createCache(now)
  const identities = createIdentities(now)
  const everybody: Identity = { key: 'public', limits: createRateLimit(now) }
  const verdicts = { hit: 0, stale: 0, miss: 0, revalidated: 0, coalesced: 0 }
  const lastErrors: ClientStatus['lastErrors'] = []

  function noteFailure({ kind, status, path }: GitHubError): void {
    // Nothing failed: it was not asked.
    if (kind === 'needs-token') return
    // What somebody searched for is nobody else's business.
    const [resource = ''] = path.split('?')
    lastErrors.unshift({ at: new Date(now()).toISOString(), kind, status, path: resource })
    lastErrors.length = Math.min(lastErrors.length, errorsKept)
  }

  return {
    /** The reads, bound to one request's deadline, trace and identity. */
    forRequest({ deadlineMs = 4000, onCall, viewerToken }: RequestOptions = {}): GitHub {
      const isViewer = viewerToken !== undefined
      const read = createReader({
        upstream,
        memory,
        identity: isViewer ? identities.of(viewerToken) : Promise.resolve(everybody),
        store: isViewer ? stores.viewer : stores.shared,
        deadline: now() + deadlineMs,
        onCall: (call) => {
          if (call.cacheStatus) verdicts[call.cacheStatus]++
          onCall?.(call)
        },
        // The status is for everybody, and paths tell what a viewer reads.
        onFailure: isViewer ? undefined : noteFailure,
        now,
      })
      return bindResources(read)
    },

    /** Ends a viewer's session: what was read with the token cannot be found any more. */
    async endSession(viewerToken: string): Promise<void> {
      await identities.end(viewerToken)
    },

    status: (): ClientStatus => ({
      lookups: { ...verdicts },
      lastErrors: [...lastErrors],
      quotas: everybody.limits.quotas(),
      isTokenRejected: upstream.tokenRefused(),
    }),
  }
}

const nothingKept: Store = {
  get: async () => undefined,
  set: async () => {},
  delete: async () => {},
  stats: () => ({ entries: 0, bytes: 0, maxBytes: 0 }),
}
