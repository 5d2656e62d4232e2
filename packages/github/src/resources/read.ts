import type { z } from 'zod'
import type { CacheStatus, CacheTtl, createCache, Fetched, FetchOptions } from '../cache/cache.ts'
import type { Store } from '../cache/stores.ts'
import { GitHubError, type GitHubErrorKind } from '../http/github-error.ts'
import type { Identity } from '../http/identities.ts'
import { type PageLinks, parseLinkHeader } from '../http/link-header.ts'
import type { GitHubRequest, GitHubResponse } from '../http/request.ts'
import { parseSsoHeader } from '../http/sso-header.ts'
import type { Upstream } from '../http/upstream.ts'
import { withoutPrivateRepos } from '../http/without-private-repos.ts'
import { withSecureAvatars } from './secure-avatars.ts'

/** Data, and the ISO 8601 time at which GitHub last confirmed it. */
export type Snapshot<T> = {
  data: T
  asOf: string
  /** Past its max-age: it is being revalidated, or GitHub has failed to give newer data. */
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
  /** Where the data came from, if there is any. */
  cacheStatus?: CacheStatus
  /** Why there is none. */
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
  /** Milliseconds since 1970 after which no read waits. */
  deadline: number
  onCall?: ((call: GitHubCall) => void) | undefined
  /** Receives each error of GitHub's, also of a revalidation that nothing waits for. */
  onError?: ((error: GitHubError) => void) | undefined
  now: () => number
}

export type Query<Schema extends z.ZodType, Empty = never> = GitHubRequest & {
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

/** Reads one resource. Every read takes this way. */
export type Read = <Schema extends z.ZodType, Empty = never>(
  query: Query<Schema, Empty>,
) => Promise<{ snapshot: Snapshot<z.output<Schema> | Empty>; pages: PageLinks }>

const DEFAULT_TTL: CacheTtl = { maxAge: 60, staleWhileRevalidate: 540, staleIfError: 86_340 }

/** For statistics that GitHub itself computes hours late. */
export const SLOW_TTL: Partial<CacheTtl> = { maxAge: 600, staleWhileRevalidate: 3000 }

/** Creates the request-scoped read function: cache first, then GitHub. */
export function createReader(context: ReaderContext): Read {
  const { upstream, cache, store, deadline, onCall, onError, now } = context

  return async function read(query) {
    const startedAt = now()
    const identity = await context.identity
    const isPublic = identity.token === undefined
    const request = isPublic
      ? { ...query, params: { ...query.params, ...query.publicParams } }
      : query
    const path = upstream.pathOf(request)
    const call: GitHubCall = { path, durationMs: 0, sample: false }

    async function fetchEntry({ etag, hasFailed }: FetchOptions): Promise<Fetched> {
      try {
        if (query.isOptional && (await upstream.isUnauthenticated(request, identity))) {
          throw new GitHubError('needs-token', { path, attempts: 0 })
        }
        const response = await upstream.request(request, {
          identity,
          etag,
          deadline,
          canRetry: !hasFailed,
        })
        if (response.status === 304) return 'not-modified'
        const { link, etag: newEtag } = response.headers
        const { organizations } = parseSsoHeader(response.headers['x-github-sso'])
        return {
          data: parseBody(query, response, { path, isPublic, baseUrl: upstream.baseUrl }),
          pages: parseLinkHeader(link === undefined ? undefined : String(link)),
          etag: newEtag === undefined ? undefined : String(newEtag),
          sample: 'x-sample-github' in response.headers,
          ...(organizations && { ssoOrganizations: organizations }),
        }
      } catch (error) {
        if (!(error instanceof GitHubError)) throw error
        const data = emptyValueFor(query, error)
        // "There is none" is cached like any other response.
        if (data !== undefined) return { data, pages: {}, sample: false }
        onError?.(error)
        throw error
      }
    }

    try {
      if (query.requiresUserToken && isPublic) {
        throw new GitHubError('unauthorized', { path, reason: 'requires a token of the viewer' })
      }
      // Instances that share a store may use different GitHubs; one path has several media types.
      const format = query.format === undefined ? '' : ` as ${query.format}`
      const { entry, cacheStatus, staleReason, ...cached } = await cache.lookup({
        key: `${identity.key} ${upstream.baseUrl}${path}${format}`,
        ttl: { ...DEFAULT_TTL, ...query.ttl },
        store,
        deadline,
        path,
        fetchEntry,
      })
      const status = cacheStatus === 'revalidated' ? 304 : 200
      Object.assign(call, { cacheStatus, status, sample: entry.sample })

      // The store returns what the schema made of the body, under a key of this read alone.
      const data = entry.data as
        | z.output<typeof query.schema>
        | Exclude<typeof query.on404 | typeof query.on409Or422, undefined>
      const { ssoOrganizations } = entry
      const until = staleReason && (cached.until ?? upstream.limitedUntil(request, identity))
      const stale = until === undefined ? staleReason : 'upstream-error'
      return {
        snapshot: {
          data,
          asOf: new Date(entry.asOf).toISOString(),
          ...(ssoOrganizations && { partial: true as const }),
          // A public page does not reveal the organizations of the server's token.
          ...(ssoOrganizations && !isPublic && { ssoOrganizations }),
          ...(stale && { stale }),
          ...(until !== undefined && { until }),
        },
        pages: entry.pages,
      }
    } catch (error) {
      if (error instanceof GitHubError) {
        Object.assign(call, { status: error.status, errorKind: error.kind })
      }
      throw error
    } finally {
      onCall?.({ ...call, durationMs: now() - startedAt })
    }
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
