import type { z } from 'zod'
import type { CacheStatus, CacheTtl, createCache, Fetched } from '../cache/cache.ts'
import type { Store } from '../cache/stores.ts'
import { GitHubError, type GitHubErrorKind } from '../http/github-error.ts'
import type { Identity } from '../http/identities.ts'
import { type PageNumbers, parseLinkHeader } from '../http/link-header.ts'
import type { GitHubRequest, GitHubResponse } from '../http/request.ts'
import type { Upstream } from '../http/upstream.ts'
import { withoutPrivateRepos } from '../http/without-private-repos.ts'

/** Data, and the ISO 8601 time at which GitHub last confirmed it. */
export type Snapshot<T> = {
  data: T
  asOf: string
  /** Not fresh any more: GitHub is being asked for newer data, or has failed to give it. */
  stale?: 'revalidating' | 'upstream-error'
  /** There is more than GitHub gives. */
  partial?: true
  /** When failing for a rate limit: ISO 8601 time from which GitHub may be asked again. */
  until?: string
}

/** One read of a page. */
export type GitHubCall = {
  /** Path below the base URL, with its query. */
  path: string
  /** HTTP status, when GitHub gave one. */
  status?: number | undefined
  durationMs: number
  /** Where the data came from, when there was any. */
  cacheStatus?: CacheStatus
  /** Why there was none. */
  errorKind?: GitHubErrorKind
  /** The data says that it is sample data. */
  sample: boolean
}

/** What a reader needs of the process that it reads in. */
export type Surroundings = {
  upstream: Upstream
  memory: ReturnType<typeof createCache>
  store: Store
  identity: Promise<Identity>
  /** Milliseconds since 1970 after which nobody waits. */
  deadline: number
  onCall?: ((call: GitHubCall) => void) | undefined
  onFailure?: ((error: GitHubError) => void) | undefined
  now: () => number
}

export type Query<Shape extends z.ZodType, Missing = never> = GitHubRequest & {
  /** Checks the body and gives it our names. */
  schema: Shape
  /** Parameters that take the place of others where the answer is for everybody. */
  publicParams?: GitHubRequest['params']
  /** A page can do without it, where GitHub answers few questions. */
  isOptional?: boolean
  /** Tells what only one viewer may know: never asked with the server's token, nor without any. */
  requiresUserToken?: boolean
  /** For how long, where the usual times do not fit. */
  ttl?: Partial<CacheTtl>
  /** What a 204 means, where GitHub documents one. */
  on204?: z.output<Shape>
  /** What a 404 means, where it stands for "there is none". */
  on404?: Missing
  /** What a 409 or a 422 means, where GitHub documents one that stands for "there is none". */
  on409Or422?: Missing
}

/** Reads one resource. Every read goes through here. */
export type Read = <Shape extends z.ZodType, Missing = never>(
  query: Query<Shape, Missing>,
) => Promise<{ snapshot: Snapshot<z.output<Shape> | Missing>; pages: PageNumbers }>

const DEFAULT_TTL: CacheTtl = { maxAge: 60, staleWhileRevalidate: 540, staleIfError: 86_340 }

/** For what GitHub itself works out hours late. */
export const SLOW_TTL: Partial<CacheTtl> = { maxAge: 600, staleWhileRevalidate: 3000 }

/** Makes the function by which a request reads every resource. */
export function createReader(surroundings: Surroundings): Read {
  const { upstream, memory, store, deadline, onCall, onFailure, now } = surroundings

  return async function read(asked) {
    const startedAt = now()
    const identity = await surroundings.identity
    const isForAll = identity.token === undefined
    const query = isForAll
      ? { ...asked, params: { ...asked.params, ...asked.publicParams } }
      : asked
    const path = upstream.pathOf(query)
    const call: GitHubCall = { path, durationMs: 0, sample: false }

    async function ask(etag: string | undefined): Promise<Fetched> {
      try {
        return await fetched(etag)
      } catch (error) {
        const none = error instanceof GitHubError ? noneOf(query, error) : undefined
        if (none === undefined) throw error
        // "There is none" is an answer, and kept like any other.
        return { unchanged: false, entry: { data: none, pages: {}, sample: false } }
      }
    }

    async function fetched(etag: string | undefined): Promise<Fetched> {
      if (query.isOptional && (await upstream.isMeagre(identity)))
        throw new GitHubError('needs-token', { path })
      const answer = await upstream.ask(query, { identity, etag, deadline })
      if (answer.status === 304) return { unchanged: true }
      const data = checked(query, answer, { path, isForAll })
      const { link, etag: newEtag } = answer.headers
      return {
        unchanged: false,
        entry: {
          data,
          pages: parseLinkHeader(link === undefined ? undefined : String(link)),
          etag: newEtag === undefined ? undefined : String(newEtag),
          sample: 'x-sample-github' in answer.headers,
        },
      }
    }

    try {
      if (query.requiresUserToken && isForAll) {
        throw new GitHubError('unauthorized', {
          path,
          reason: 'not without a token of the viewer’s',
        })
      }
      const keep = { ...DEFAULT_TTL, ...query.ttl }
      // Instances that share a store may talk to different GitHubs; one address has several forms.
      const form = query.format === undefined ? '' : ` as ${query.format}`
      const key = `${identity.key} ${upstream.baseUrl}${path}${form}`
      const recalled = await memory.recall({ key, keep, store, deadline, path, ask, onFailure })
      const { entry, verdict } = recalled
      const status = verdict === 'revalidated' ? 304 : 200
      Object.assign(call, { cacheStatus: verdict, status, sample: entry.sample })
      // The store gives back what the shape made of the body, under a key of this read alone.
      const data = entry.data as
        | z.output<typeof query.schema>
        | Exclude<typeof query.on404 | typeof query.on409Or422, undefined>
      const snapshot = { data, asOf: new Date(entry.asOf).toISOString() }
      if (verdict !== 'stale') return { snapshot, pages: entry.pages }

      const until = upstream.limitedUntil(query, identity)
      if (until !== undefined)
        return { snapshot: { ...snapshot, stale: 'upstream-error', until }, pages: entry.pages }
      return {
        snapshot: { ...snapshot, stale: recalled.failing ? 'upstream-error' : 'revalidating' },
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

function noneOf<Missing>(
  { on404, on409Or422 }: { on404?: Missing; on409Or422?: Missing },
  { kind, status }: GitHubError,
): Missing | undefined {
  if (kind === 'not-found') return on404
  return status === 409 || status === 422 ? on409Or422 : undefined
}

function checked<Shape extends z.ZodType>(
  { schema, on204 }: Pick<Query<Shape>, 'schema' | 'on204'>,
  { status, body }: GitHubResponse,
  { path, isForAll }: { path: string; isForAll: boolean },
): z.output<Shape> {
  if (status === 202) throw new GitHubError('computing', { status, path })
  if (status === 204 && on204 !== undefined) return on204
  if (status !== 200) throw new GitHubError('malformed', { status, path })

  const visible = isForAll ? withoutPrivateRepos(body) : body
  if (visible === undefined && body !== undefined)
    throw new GitHubError('not-found', { status: 404, path })
  const result = schema.safeParse(visible)
  if (result.success) return result.data
  const field = result.error.issues[0]?.path.join('.') || 'body'
  throw new GitHubError('malformed', { status, path, reason: `${field} is not as documented` })
}
