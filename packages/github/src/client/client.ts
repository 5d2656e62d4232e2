import { type CacheStatus, createCache } from '../cache/cache.ts'
import type { StaleMarks } from '../cache/stale-marks.ts'
import type { Store } from '../cache/stores.ts'
import type { GitHubError, GitHubErrorKind } from '../http/github-error.ts'
import { createIdentities, type Identity } from '../http/identities.ts'
import { createRateLimit, type Quota } from '../http/rate-limit.ts'
import { createUpstream, type UpstreamOptions } from '../http/upstream.ts'
import type { SpendRequest } from '../resources/fetch-entry.ts'
import { bindResources, type GitHub } from '../resources/index.ts'
import { idTag, nameTag, ownerTag, storeTag } from '../resources/public-scope.ts'
import { createReader, type OnCall } from '../resources/read.ts'
import { getRepo } from '../resources/repo.ts'
import { parseStored } from '../resources/stored-schemas.ts'
import { marksOf, TOPICS, type Topic } from '../resources/topics.ts'

export type ClientOptions = UpstreamOptions & {
  /** Where responses are stored: public ones, and those for one viewer. Without, none is. */
  stores?: { shared: Store; viewer: Store; marks?: StaleMarks } | undefined
  /** A number from 0 to 1, by which the waits after failures differ. */
  random?: () => number
}

export type RequestOptions = {
  /** Milliseconds that the reads of the request may take together. */
  deadlineMs?: number
  onCall?: OnCall | undefined
  /** Receives the cache tags of each public read: `repo:<id>`, `owner:<login>` or `search`. */
  onTags?: ((tags: readonly string[]) => void) | undefined
  spendRequest?: SpendRequest | undefined
  /** A viewer's own token: what it reads is private, and never shared. */
  viewerToken?: string | undefined
}

/** What a client has done so far; it contains no secret. */
export type ClientStatus = {
  /** Lookups in the cache, by result. */
  lookups: Record<CacheStatus, number>
  lastErrors: { at: string; kind: GitHubErrorKind; status: number | undefined; path: string }[]
  quotas: Quota[]
  /** GitHub has rejected the server's token; public data is requested without it. */
  isTokenRejected: boolean
}

/** A process's connection to GitHub, with its cache and its rate limits. */
export type Client = ReturnType<typeof createClient>

const MAX_ERRORS = 10

/** Creates the client that all requests of a process share. */
export function createClient(options: ClientOptions) {
  const { stores = withoutStores, now = Date.now } = options
  const upstream = createUpstream(options)
  const cache = createCache({
    now,
    random: options.random ?? Math.random,
    circuit: upstream.circuit,
  })
  const identities = createIdentities(now)
  const serverIdentity: Identity = { key: 'public', rateLimit: createRateLimit(now) }
  const lookups = { hit: 0, stale: 0, miss: 0, revalidated: 0, coalesced: 0 }
  const lastErrors: ClientStatus['lastErrors'] = []

  function recordError({ kind, status, path, isSent }: GitHubError): void {
    if (!isSent) return
    // A query may contain a visitor's search, which is private.
    const [resource = ''] = path.split('?')
    lastErrors.unshift({ at: new Date(now()).toISOString(), kind, status, path: resource })
    lastErrors.length = Math.min(lastErrors.length, MAX_ERRORS)
  }

  return {
    /** The reads, bound to one request's deadline, trace and identity. */
    forRequest(request: RequestOptions = {}): GitHub {
      const { deadlineMs = 4000, onCall, onTags, spendRequest, viewerToken } = request
      const isViewer = viewerToken !== undefined
      const read = createReader({
        upstream,
        cache,
        identity: isViewer ? identities.identify(viewerToken) : Promise.resolve(serverIdentity),
        store: isViewer ? stores.viewer : stores.shared,
        marks: stores.marks,
        hasServerToken: options.token !== undefined,
        getRepo,
        parseStored,
        deadline: now() + deadlineMs,
        spendRequest,
        onCall: (call, route) => {
          if (call.cacheStatus) lookups[call.cacheStatus]++
          onCall?.(call, route)
        },
        onTags,
        // The status is public, and paths would reveal what a viewer reads.
        onError: isViewer ? undefined : recordError,
        now,
      })
      return bindResources(read)
    },

    /**
     * Makes stored data stale at once, because GitHub has reported a change: the next read of it waits
     * for a response to a request after the change, and gets the stored data only if GitHub fails.
     */
    async markChanged({ repoNames, repoId, owner, topics }: Change): Promise<void> {
      const tags = [
        ...repoNames.map(nameTag),
        ...(repoId === undefined ? [] : [idTag(repoId)]),
        ...(owner === undefined ? [] : [ownerTag(owner)]),
      ]
      const storeTags = tags.map((tag) => storeTag(options.baseUrl, tag))
      await stores.marks?.add(marksOf(storeTags, topics))
    },

    /** Whether GitHub has reported a change of anything with these tags, which `onTags` has received. */
    hasChangedSince(tags: readonly string[], time: number): boolean {
      if (!stores.marks || stores.marks.isEmpty()) return false
      const storeTags = tags.map((tag) => storeTag(options.baseUrl, tag))
      return stores.marks.latest(marksOf(storeTags, TOPICS)) >= time
    },

    /** Ends a viewer's session: data that was read with the token cannot be found any more. */
    async endSession(viewerToken: string): Promise<void> {
      await identities.endSession(viewerToken)
    },

    status: (): ClientStatus => ({
      lookups: { ...lookups },
      lastErrors: [...lastErrors],
      quotas: upstream.quotas(serverIdentity),
      isTokenRejected: upstream.isTokenRejected(),
    }),
  }
}

/** Creates the reads for one base URL, identity and deadline, without a cache between requests. */
export function createGitHub(options: ClientOptions & RequestOptions): GitHub {
  return createClient(options).forRequest(options)
}

/** A repository, or an account and its list of repositories, in which GitHub has reported a change. */
export type Change = {
  /** Names of the repository now and before, as `owner/name`; none if only the owner's list changed. */
  repoNames: readonly string[]
  repoId?: number | undefined
  owner?: string | undefined
  topics: readonly Topic[]
}

const emptyStore: Store = {
  get: async () => undefined,
  set: async (_key, value) => value,
  delete: async () => {},
  deleteTagged: async () => {},
  stats: () => ({ entries: 0, bytes: 0, maxBytes: 0 }),
}
const withoutStores: NonNullable<ClientOptions['stores']> = {
  shared: emptyStore,
  viewer: emptyStore,
}
