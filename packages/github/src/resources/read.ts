import type { z } from 'zod'
import type { CacheStatus, CacheTtl, createCache, Entry } from '../cache/cache.ts'
import type { StaleMarks } from '../cache/stale-marks.ts'
import type { Store } from '../cache/stores.ts'
import { GitHubError, type GitHubErrorKind } from '../http/github-error.ts'
import type { Identity } from '../http/identities.ts'
import type { PageLinks } from '../http/link-header.ts'
import type { TokenGrant } from '../http/token-headers.ts'
import type { Upstream } from '../http/upstream.ts'
import { createBoundRepos, type RepoName, reusedNameError } from './bound-repo.ts'
import { createFetchEntry, type SpendRequest } from './fetch-entry.ts'
import { errorTags, idTag, pathTags, responseTags, storeTag } from './public-scope.ts'
import { createRepoReads } from './repo-reads.ts'
import { type Query, type Target, targetOf } from './target.ts'
import { marksOf, topicOf } from './topics.ts'

/** Data, and the ISO 8601 time at which GitHub last confirmed it. */
export type Snapshot<T> = {
  data: T
  asOf: string
  /** Past its max-age: it is being revalidated, or GitHub failed to return newer data. */
  stale?: 'revalidating' | 'upstream-error'
  /** GitHub has more than it returns, or some items could not be read. */
  partial?: true
  /** If partial: the IDs of organizations that the viewer's token is not authorized for (SSO). */
  ssoOrganizations?: string[]
  /** What GitHub reports about the viewer's token. */
  token?: TokenGrant
  /** If stale because of a rate limit: ISO 8601 time from which requests are possible again. */
  until?: string
}

/** One read of a page, for logs and `Server-Timing`. */
export type GitHubCall = {
  /** Path below the base URL, with its query. */
  path: string
  /** HTTP status, if GitHub responded. */
  status?: number | undefined
  /** When the read began, in milliseconds since the epoch. */
  startedAt: number
  durationMs: number
  /** Where the data came from, if the read returned any. */
  cacheStatus?: CacheStatus
  /** Why the read returned no data. */
  errorKind?: GitHubErrorKind
  /** Whether the data is sample data. */
  sample: boolean
}

/** Receives each read of a page, with its route as GitHub documents it: `GET /repos/{owner}/{repo}`. */
export type OnCall = (call: GitHubCall, route: string) => void

/** What the reads of one request share. */
export type ReaderContext = {
  upstream: Upstream
  cache: ReturnType<typeof createCache>
  store: Store
  /** What has changed at GitHub, by tag and topic. */
  marks?: StaleMarks | undefined
  identity: Promise<Identity>
  /** Whether public data is requested with a token, which may have access to private repositories. */
  hasServerToken: boolean
  /** Reads a repository itself: what lies below it is public only if the repository is. */
  getRepo: (read: Read, owner: string, name: string) => Promise<Snapshot<{ id: number | null }>>
  /** Parses the public data of a route that another process has stored; undefined if it is invalid. */
  parseStored: (route: string, data: unknown) => unknown
  /** Milliseconds since 1970 after which no read waits. */
  deadline: number
  spendRequest?: SpendRequest | undefined
  onCall?: OnCall | undefined
  /** Receives the tags of public data that was read, or that could not be read: see `setCacheTags`. */
  onTags?: ((tags: readonly string[]) => void) | undefined
  /** Receives each error from GitHub, also that of a revalidation in the background. */
  onError?: ((error: GitHubError) => void) | undefined
  now: () => number
}

/** Why a read that may only use the store has no data. */
export class NotStoredError extends Error {}

/** Reads one resource: from the cache, or from GitHub. All functions in `resources/` use it. */
export type Read = <Schema extends z.ZodType, Empty = never>(
  query: Query<Schema, Empty>,
) => Promise<{ snapshot: Snapshot<z.output<Schema> | Empty>; pages: PageLinks }>

export const DEFAULT_TTL: CacheTtl = { maxAge: 60, staleWhileRevalidate: 540, staleIfError: 86_340 }

/** For statistics that GitHub itself computes hours late. */
export const SLOW_TTL: Partial<CacheTtl> = { maxAge: 600, staleWhileRevalidate: 3000 }

type ReadResult<Data> = { snapshot: Snapshot<Data>; pages: PageLinks; cacheStatus: CacheStatus }

type ReadOptions = {
  /** Serves only a response to a request that started after this sequence number of the cache. */
  startedAfter?: number
  /** Called when the request that the read waits for is in flight. */
  onRequest?: () => void
}

// Longer than a request and its retry can take.
const MAX_REQUEST_MS = 30_000

/**
 * Creates the read function of one page request.
 *
 * A public read below a repository is bound to it: what is stored and returned belongs to the
 * repository that has the name, and GitHub has confirmed that it is public.
 */
export function createReader(context: ReaderContext): Read {
  const { upstream, cache, store, deadline, onCall, now } = context
  const startSequence = cache.nextSequence()
  const repoReads = createRepoReads()
  const repos = createBoundRepos({
    readTag,
    waitForRequest: ({ owner, repo }) =>
      repoReads.waitForRequest(
        upstream.pathOf({ route: 'GET /repos/{owner}/{repo}', params: { owner, repo } }),
      ),
    nextSequence: cache.nextSequence,
  })
  const fetchEntry = createFetchEntry({
    ...context,
    repos,
    nextSequence: cache.nextSequence,
    startSequence,
  })

  async function read<Schema extends z.ZodType, Empty>(
    query: Query<Schema, Empty>,
  ): Promise<ReadResult<z.output<Schema> | Empty>> {
    const target = targetOf(query, await context.identity, upstream.pathOf)
    if (query.isStoredOnly) return readStored(target)
    if (target.scope?.kind !== 'repository') return readThroughCache(target)
    return repoReads.readOnce(target.path, (onRequest) => readThroughCache(target, { onRequest }))
  }

  /** Reads a resource from the store; below a repository, only what belongs to that repository. */
  async function readStored<Schema extends z.ZodType, Empty>(
    target: Target<Schema, Empty>,
  ): Promise<ReadResult<z.output<Schema> | Empty>> {
    const { isPublic, scope, path } = target
    if (isPublic && scope?.kind !== 'below-repository') throw new NotStoredError(path)
    const tag = scope?.kind === 'below-repository' ? await repos.currentTag(scope) : undefined
    const entry = await cache.findStored(storedAs(target))
    if (!entry || !hasTag(entry, tag)) throw new NotStoredError(path)
    // Only this read uses the key, so the entry is the output of its schema.
    const data = entry.data as z.output<Schema> | Empty
    const snapshot = toSnapshot(data, entry, { isPublic, stale: undefined, until: undefined })
    return { snapshot, pages: entry.pages, cacheStatus: 'hit' }
  }

  /** Reads a resource and reports the call. */
  async function readThroughCache<Schema extends z.ZodType, Empty>(
    target: Target<Schema, Empty>,
    options: ReadOptions = {},
  ): Promise<ReadResult<z.output<Schema> | Empty>> {
    const startedAt = now()
    const call: GitHubCall = { path: target.path, startedAt, durationMs: 0, sample: false }
    try {
      const { entry, cacheStatus, staleReason, ...found } = await lookUp(target, options)
      const status = cacheStatus === 'revalidated' ? 304 : 200
      Object.assign(call, { cacheStatus, status, sample: entry.sample })

      const { request, identity, isPublic } = target
      if (isPublic) context.onTags?.(responseTags(upstream.baseUrl, entry.tags ?? []))
      const until = staleReason && (found.until ?? upstream.limitedUntil(request, identity))
      const stale = until === undefined ? staleReason : 'upstream-error'
      // Only this read uses the key, so the entry is the output of its schema.
      const data = entry.data as z.output<Schema> | Empty
      return {
        snapshot: toSnapshot(data, entry, { isPublic, stale, until }),
        pages: entry.pages,
        cacheStatus,
      }
    } catch (error) {
      if (error instanceof GitHubError) {
        Object.assign(call, { status: error.status, errorKind: error.kind })
        if (target.isPublic) context.onTags?.(errorTags(target.scope, target.path))
      }
      throw error
    } finally {
      // A confirmation that took no request of its own is not a call.
      const isCall = options.startedAfter === undefined || isOwnRequest(call.cacheStatus)
      if (isCall) onCall?.({ ...call, durationMs: now() - startedAt }, target.query.route)
    }
  }

  /** Looks a resource up in the cache; below a repository, only an entry of that repository counts. */
  async function lookUp(target: Target, { startedAfter, onRequest }: ReadOptions) {
    const { isPublic, path, scope } = target
    if (isPublic && scope === undefined) {
      throw new GitHubError('unauthorized', { path, reason: 'requires a token of the viewer' })
    }
    const pendingTag =
      scope?.kind === 'below-repository' ? repos.currentTag(scope) : Promise.resolve(undefined)
    const pendingResult = cache.lookup({
      ...storedAs(target),
      // A confirmation continues after the deadline, as the read that is bound to it does.
      deadline: startedAfter === undefined ? deadline : deadline + MAX_REQUEST_MS,
      path,
      startedAfter,
      fetchEntry: (options) => fetchEntry(target, options, onRequest),
      onPending: onRequest,
      isUsable: async (entry) => hasTag(entry, await pendingTag),
      changedAt: (stored) => changedAt(path, stored),
    })
    pendingResult.catch(() => {})
    // The repository's error comes first.
    const tag = await pendingTag
    const result = await pendingResult
    if (!hasTag(result.entry, tag)) throw reusedNameError(path)
    return result
  }

  /** When GitHub last reported a change of what a resource shows; 0 if it has not. */
  function changedAt(path: string, stored: Entry | undefined): number {
    const { marks } = context
    if (!marks || marks.isEmpty()) return 0
    const tags = [...pathTags(path).map(toStoreTag), ...(stored?.tags ?? [])]
    return marks.latest(marksOf(tags, [topicOf(path)]))
  }

  function toStoreTag(tag: string): string {
    return storeTag(upstream.baseUrl, tag)
  }

  /** Where and how a resource is stored. */
  function storedAs({ query, identity, isPublic, path }: Target) {
    // Instances that share a store may use different servers; a path has several media types.
    const format = query.format === undefined ? '' : ` as ${query.format}`
    return {
      key: `${identity.key} ${upstream.baseUrl}${path}${format}`,
      ttl: { ...DEFAULT_TTL, ...query.ttl },
      store,
      parseData: (data: unknown) => (isPublic ? context.parseStored(query.route, data) : data),
    }
  }

  /** Reads the tag of a repository, which its entries have. */
  async function readTag({ owner, repo }: RepoName, startedAfter?: number): Promise<string> {
    const readRepo = startedAfter === undefined ? read : createConfirmingRead(startedAfter)
    const { data } = await context.getRepo(readRepo, owner, repo)
    return toStoreTag(idTag(data.id))
  }

  /** Creates a read of a repository that accepts no response to a request before a sequence number. */
  function createConfirmingRead(startedAfter: number): Read {
    return async (query) => {
      const target = targetOf(query, await context.identity, upstream.pathOf)
      const isConfirmed = isOwnRequest(repoReads.statusOf(target.path))
      if (isConfirmed && startedAfter === startSequence) return read(query)
      return readThroughCache(target, { startedAfter })
    }
  }

  return read
}

/** Whether an entry belongs to the repository with a tag; without a tag, any entry does. */
function hasTag({ tags }: Entry, tag: string | undefined): boolean {
  return tag === undefined || tags?.includes(tag) === true
}

/** Whether a read sent a request itself, and GitHub responded. */
function isOwnRequest(cacheStatus: CacheStatus | undefined): boolean {
  return cacheStatus === 'miss' || cacheStatus === 'revalidated'
}

function toSnapshot<Data>(
  data: Data,
  { asOf, ssoOrganizations, token }: Entry,
  {
    isPublic,
    stale,
    until,
  }: { isPublic: boolean; stale: Snapshot<Data>['stale']; until: string | undefined },
): Snapshot<Data> {
  return {
    data,
    asOf: new Date(asOf).toISOString(),
    ...(ssoOrganizations && { partial: true }),
    // A public page does not reveal the organizations of the server's token.
    ...(ssoOrganizations && !isPublic && { ssoOrganizations }),
    ...(token && !isPublic && { token }),
    ...(stale && { stale }),
    ...(until !== undefined && { until }),
  }
}
