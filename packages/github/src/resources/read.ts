import type { z } from 'zod'
import type {
  CacheStatus,
  CacheTtl,
  createCache,
  Entry,
  FetchOptions,
  FetchResult,
} from '../cache/cache.ts'
import type { Store } from '../cache/stores.ts'
import { errorRules, GitHubError, type GitHubErrorKind } from '../http/github-error.ts'
import type { Identity } from '../http/identities.ts'
import { type PageLinks, parseLinkHeader } from '../http/link-header.ts'
import type { GitHubRequest, GitHubResponse } from '../http/request.ts'
import { parseSsoHeader } from '../http/sso-header.ts'
import type { Upstream } from '../http/upstream.ts'
import { withoutPrivateRepos } from '../http/without-private-repos.ts'
import { idTag, nameTag, type PublicScope, publicScopeOf, tagsOfRepos } from './public-scope.ts'
import { createRepoReads, type OnRequest } from './repo-reads.ts'
import { withSecureAvatars } from './secure-avatars.ts'

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
  /** If stale because of a rate limit: ISO 8601 time from which requests are possible again. */
  until?: string
}

/** One read of a page, for logs and `Server-Timing`. */
export type GitHubCall = {
  /** Path below the base URL, with its query. */
  path: string
  /** HTTP status, if GitHub responded. */
  status?: number | undefined
  durationMs: number
  /** Where the data came from, if the read returned any. */
  cacheStatus?: CacheStatus
  /** Why the read returned no data. */
  errorKind?: GitHubErrorKind
  /** Whether the data is sample data. */
  sample: boolean
}

/** What the reads of one request share. */
export type ReaderContext = {
  upstream: Upstream
  cache: ReturnType<typeof createCache>
  store: Store
  identity: Promise<Identity>
  /** Reads a repository itself: what lies below it is public only if the repository is. */
  getRepo: (read: Read, owner: string, name: string) => Promise<Snapshot<{ id: number | null }>>
  /** Milliseconds since 1970 after which no read waits. */
  deadline: number
  onCall?: ((call: GitHubCall) => void) | undefined
  /** Receives each error from GitHub, also that of a revalidation in the background. */
  onError?: ((error: GitHubError) => void) | undefined
  now: () => number
}

type Query<Schema extends z.ZodType, Empty = never> = GitHubRequest & {
  /** Validates the body and maps it to our names. */
  schema: Schema
  /** Parameters that replace others where the response is public. */
  publicParams?: GitHubRequest['params']
  /** Not requested while the quota is that of requests without a token. */
  isOptional?: boolean
  /** Never requested with the server's token, nor without any. */
  requiresUserToken?: boolean
  /** Lifetimes that differ from the default. */
  ttl?: Partial<CacheTtl>
  /** What a 204 means, where GitHub documents one. */
  on204?: z.output<Schema>
  /** What a 404 means, where it stands for "there is none". */
  on404?: Empty
  /** What a 409 or a 422 means, where GitHub documents one that stands for "there is none". */
  on409Or422?: Empty
}

/** Reads one resource: from the cache, or from GitHub. All functions in `resources/` use it. */
export type Read = <Schema extends z.ZodType, Empty = never>(
  query: Query<Schema, Empty>,
) => Promise<{ snapshot: Snapshot<z.output<Schema> | Empty>; pages: PageLinks }>

export const DEFAULT_TTL: CacheTtl = { maxAge: 60, staleWhileRevalidate: 540, staleIfError: 86_340 }

/** For statistics that GitHub itself computes hours late. */
export const SLOW_TTL: Partial<CacheTtl> = { maxAge: 600, staleWhileRevalidate: 3000 }

type RepoName = { owner: string; repo: string }

/** A query with what follows from it and the identity. */
type Target<Schema extends z.ZodType, Empty> = {
  query: Query<Schema, Empty>
  identity: Identity
  isPublic: boolean
  request: GitHubRequest
  path: string
  /** Undefined if only a viewer may read it. */
  scope: PublicScope | undefined
}

type ReadResult<Data> = { snapshot: Snapshot<Data>; pages: PageLinks; cacheStatus: CacheStatus }

type ReadOptions = {
  /** Serves only a response to a request that started after this sequence number of the cache. */
  startedAfter?: number
  /** Milliseconds to wait after the deadline. */
  extraMs?: number
  onRequest?: OnRequest | undefined
}

// Longer than a request and its retry can take.
const MAX_REQUEST_MS = 30_000

// The errors of a repository that is not public, or not any more.
const NOT_PUBLIC_KINDS: readonly GitHubErrorKind[] = ['not-found', 'blocked', 'gone']
// No response below the repository is stored while its own error is cached.
const CLOSED_SECONDS = errorRules('not-found').errorTtl.max

/**
 * Creates the read function of one page request.
 *
 * A public read below a repository is bound to it: `requestRepo` requests the repository at the same
 * time, and `fetchEntry` returns nothing before GitHub has confirmed that the repository is public.
 */
export function createReader(context: ReaderContext): Read {
  const { upstream, cache, store, deadline, getRepo, onCall, onError, now } = context
  const repoReads = createRepoReads()
  const startSequence = cache.nextSequence()

  async function read<Schema extends z.ZodType, Empty>(
    query: Query<Schema, Empty>,
  ): Promise<ReadResult<z.output<Schema> | Empty>> {
    const target = targetOf(query, await context.identity)
    if (target.scope?.kind !== 'repository') return readThroughCache(target)
    return repoReads.readOnce(target.path, (onRequest) => readThroughCache(target, { onRequest }))
  }

  /** Creates a read of a repository that accepts no response to a request before a sequence number. */
  function createConfirmingRead(startedAfter: number): Read {
    return async (query) => {
      const target = targetOf(query, await context.identity)
      const { hasOwnRequest, isSettled } = repoReads.stateOf(target.path)
      if (startedAfter === startSequence && hasOwnRequest && isSettled) {
        const result = await read(query)
        if (result.cacheStatus !== 'stale') return result
      }
      // It continues after the deadline, as the read that is bound to it does.
      return repoReads.readOnce(confirmationKey(target.path, startedAfter), (onRequest) =>
        readThroughCache(target, { onRequest, startedAfter, extraMs: MAX_REQUEST_MS }),
      )
    }
  }

  async function getRepoTag(readRepo: Read, { owner, repo }: RepoName): Promise<string> {
    return toStoreTag(idTag((await getRepo(readRepo, owner, repo)).data.id))
  }

  /**
   * Requests the repository of a read below it. Resolves when that request is in flight, so that both
   * requests run at the same time; rejects if the repository is not requested. `tag` resolves when
   * GitHub has confirmed the repository.
   */
  async function requestRepo(
    name: RepoName,
    startedAfter: number,
  ): Promise<{ tag: Promise<string> }> {
    const { owner, repo } = name
    const path = upstream.pathOf({ route: 'GET /repos/{owner}/{repo}', params: { owner, repo } })
    const knownTag = getRepoTag(read, name)
    await Promise.race([repoReads.waitForRequest(path), knownTag]).catch(rethrowForBoundRead)
    knownTag.catch(() => {})
    const tag = getRepoTag(createConfirmingRead(startedAfter), name).catch(rethrowForBoundRead)
    tag.catch(() => {})
    // A cached repository is not confirmed yet: wait until the request that confirms it is in flight.
    if (startedAfter !== startSequence || !repoReads.stateOf(path).hasOwnRequest) {
      await Promise.race([repoReads.waitForRequest(confirmationKey(path, startedAfter)), tag])
    }
    return { tag }
  }

  function targetOf<Schema extends z.ZodType, Empty>(
    query: Query<Schema, Empty>,
    identity: Identity,
  ): Target<Schema, Empty> {
    const isPublic = identity.token === undefined
    const request = isPublic
      ? { ...query, params: { ...query.params, ...query.publicParams } }
      : query
    const path = upstream.pathOf(request)
    const scope = isPublic && !query.requiresUserToken ? publicScopeOf(path) : undefined
    return { query, identity, isPublic, request, path, scope }
  }

  // Instances that share a store may use different GitHub servers.
  function toStoreTag(tag: string): string {
    return `${upstream.baseUrl} ${tag}`
  }

  async function readThroughCache<Schema extends z.ZodType, Empty>(
    target: Target<Schema, Empty>,
    { startedAfter, extraMs = 0, onRequest }: ReadOptions = {},
  ): Promise<ReadResult<z.output<Schema> | Empty>> {
    const { query, identity, isPublic, request, path, scope } = target
    const repo = scope?.kind === 'below-repository' ? scope : undefined
    const startedAt = now()
    const call: GitHubCall = { path, durationMs: 0, sample: false }
    // Whether the stored entry belongs to another repository, which had the name before.
    let isOfAnotherRepo = false

    async function fetchEntry({ etag, hasFailed }: FetchOptions): Promise<FetchResult> {
      if (query.isOptional && (await upstream.isUnauthenticated(request, identity))) {
        throw new GitHubError('needs-token', { path, attempts: 0 })
      }
      const repoRequest =
        repo && (await requestRepo(repo, isOfAnotherRepo ? cache.nextSequence() : startSequence))
      onRequest?.(true)
      const pendingResponse = upstream.request(request, {
        identity,
        etag,
        deadline,
        canRetry: !hasFailed,
      })
      pendingResponse.catch(() => {})
      // The repository's error comes first: any other error would reveal that the repository exists.
      const tag = await repoRequest?.tag
      const tags =
        repo && tag !== undefined
          ? [tag, toStoreTag(nameTag(`${repo.owner}/${repo.repo}`))]
          : undefined
      let body: unknown
      try {
        const response = await pendingResponse
        body = response.body
        if (response.status === 304) return { isUnchanged: true, tags }
        const { link, etag: newEtag } = response.headers
        const { organizations } = parseSsoHeader(response.headers['x-github-sso'])
        return {
          data: parseBody(query, response, { path, isPublic, baseUrl: upstream.baseUrl }),
          pages: parseLinkHeader(link === undefined ? undefined : String(link)),
          etag: newEtag === undefined ? undefined : String(newEtag),
          sample: 'x-sample-github' in response.headers,
          tags: tags ?? (await tagsOf(body)),
          ...(organizations && { ssoOrganizations: organizations }),
        }
      } catch (error) {
        if (!(error instanceof GitHubError)) throw error
        if (NOT_PUBLIC_KINDS.includes(error.kind)) await deleteRepoEntries(body)
        const data = emptyValueFor(query, error)
        // "There is none" is cached like any other response.
        if (data !== undefined) return { data, pages: {}, sample: false, ...(tags && { tags }) }
        onError?.(error)
        throw error
      }
    }

    /** The tags of a response that contains the names of the repositories that it is about. */
    async function tagsOf(body: unknown): Promise<string[] | undefined> {
      if (!isPublic) return undefined
      const tags = tagsOfRepos(withoutPrivateRepos(body)).map(toStoreTag)
      if (scope?.kind !== 'repository') return tags
      const ownTag = toStoreTag(scope.tag)
      // The repository was renamed: entries under its old name are not read any more.
      if (!tags.includes(ownTag)) await store.deleteTagged([ownTag], 0)
      return [...new Set([ownTag, ...tags])]
    }

    /** Deletes all entries of a repository that is not public, also those of requests in flight. */
    async function deleteRepoEntries(body: unknown): Promise<void> {
      if (scope?.kind !== 'repository') return
      await store.deleteTagged([scope.tag, ...tagsOfRepos(body)].map(toStoreTag), CLOSED_SECONDS)
    }

    try {
      if (isPublic && scope === undefined) {
        throw new GitHubError('unauthorized', { path, reason: 'requires a token of the viewer' })
      }
      // Instances that share a store may use different servers; a path has several media types.
      const format = query.format === undefined ? '' : ` as ${query.format}`
      // Only entries of the repository that has the name now are served.
      const pendingTag = repo && getRepoTag(read, repo)
      const isUsable = async ({ tags }: Entry) => {
        isOfAnotherRepo = pendingTag !== undefined && !tags?.includes(await pendingTag)
        return !isOfAnotherRepo
      }
      pendingTag?.catch(() => {})
      const pendingLookup = cache.lookup({
        key: `${identity.key} ${upstream.baseUrl}${path}${format}`,
        ttl: { ...DEFAULT_TTL, ...query.ttl },
        store,
        deadline: deadline + extraMs,
        path,
        startedAfter,
        fetchEntry,
        onPending: () => onRequest?.(false),
        isUsable,
      })
      pendingLookup.catch(() => {})
      const tag = await pendingTag
      const { entry, cacheStatus, staleReason, ...cached } = await pendingLookup
      if (tag !== undefined && !entry.tags?.includes(tag)) throw reusedNameError(path)
      const status = cacheStatus === 'revalidated' ? 304 : 200
      Object.assign(call, { cacheStatus, status, sample: entry.sample })

      // Only this read uses the key, so the entry is the output of its schema.
      const data = entry.data as
        | z.output<typeof query.schema>
        | Exclude<typeof query.on404 | typeof query.on409Or422, undefined>
      const until = staleReason && (cached.until ?? upstream.limitedUntil(request, identity))
      const stale = until === undefined ? staleReason : 'upstream-error'
      return {
        snapshot: toSnapshot(data, entry, { isPublic, stale, until }),
        pages: entry.pages,
        cacheStatus,
      }
    } catch (error) {
      if (error instanceof GitHubError) {
        Object.assign(call, { status: error.status, errorKind: error.kind })
      }
      throw error
    } finally {
      // A confirmation that took no request of its own is not a call.
      const isCall =
        startedAfter === undefined || ['miss', 'revalidated'].includes(call.cacheStatus ?? '')
      if (isCall) onCall?.({ ...call, durationMs: now() - startedAt })
    }
  }

  return read
}

function confirmationKey(path: string, startedAfter: number): string {
  return `${path} after ${startedAfter}`
}

/** Without attempts, the error of a repository is not recorded as a failure of the bound read. */
function rethrowForBoundRead(error: unknown): never {
  throw error instanceof GitHubError
    ? new GitHubError(error.kind, { ...error, attempts: 0 })
    : error
}

/** The next page request reads only data of the repository that has the name now. */
function reusedNameError(path: string): GitHubError {
  const reason = 'the name belongs to another repository now'
  return new GitHubError('unreachable', { path, attempts: 0, reason })
}

function toSnapshot<Data>(
  data: Data,
  { asOf, ssoOrganizations }: Entry,
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
    ...(stale && { stale }),
    ...(until !== undefined && { until }),
  }
}

function emptyValueFor<Empty>(
  { on404, on409Or422 }: { on404?: Empty; on409Or422?: Empty },
  { kind, status }: GitHubError,
): Empty | undefined {
  if (kind === 'not-found') return on404
  if (kind === 'unsearchable') return undefined
  return status === 409 || status === 422 ? on409Or422 : undefined
}

function parseBody<Schema extends z.ZodType>(
  { schema, on204 }: Pick<Query<Schema>, 'schema' | 'on204'>,
  { status, body }: GitHubResponse,
  { path, isPublic, baseUrl }: { path: string; isPublic: boolean; baseUrl: string },
): z.output<Schema> {
  if (status === 202) throw new GitHubError('computing', { status, path })
  if (status === 204 && on204 !== undefined) return on204
  if (status !== 200) throw new GitHubError('malformed', { status, path })

  const visible = isPublic ? withoutPrivateRepos(body) : body
  if (visible === undefined && body !== undefined) {
    throw new GitHubError('not-found', { status: 404, path })
  }
  const result = schema.safeParse(withSecureAvatars(visible, baseUrl))
  if (result.success) return result.data
  const field = result.error.issues[0]?.path.join('.') || 'body'
  throw new GitHubError('malformed', { status, path, reason: `${field} is not as documented` })
}
