import type { z } from 'zod'
import { GitHubError, type GitHubErrorKind } from './github-error.ts'
import type { Identity } from './identities.ts'
import type { createMemory, Fetched, Keep, Verdict } from './memory.ts'
import { type Pages, pagesFrom } from './pages.ts'
import type { Store } from './store/store.ts'
import type { Answer, Question } from './transport.ts'
import type { Upstream } from './upstream.ts'
import { visibleToAll } from './visible.ts'

/** Data, and the ISO 8601 time at which GitHub last confirmed it. */
export type Dated<T> = {
  data: T
  asOf: string
  /** Not fresh any more: GitHub is being asked for newer data, or has failed to give it. */
  stale?: 'renewing' | 'failing'
  /** There is more than GitHub gives. */
  partial?: true
  /** When failing for a rate limit: ISO 8601 time from which GitHub may be asked again. */
  until?: string
}

/** One read of a page. */
export type Call = {
  /** Path below the base URL, with its query. */
  path: string
  /** HTTP status, when GitHub gave one. */
  status?: number | undefined
  milliseconds: number
  /** Where the data came from, when there was any. */
  verdict?: Verdict
  /** Why there was none. */
  failed?: GitHubErrorKind
  /** The data says that it is sample data. */
  sample: boolean
}

/** What a reader needs of the process that it reads in. */
export type Surroundings = {
  upstream: Upstream
  memory: ReturnType<typeof createMemory>
  store: Store
  identity: Promise<Identity>
  /** Milliseconds since 1970 after which nobody waits. */
  deadline: number
  onCall?: ((call: Call) => void) | undefined
  onFailure?: ((error: GitHubError) => void) | undefined
  now: () => number
}

export type Query<Shape extends z.ZodType, Missing = never> = Question & {
  /** Checks the body and gives it our names. */
  shape: Shape
  /** Parameters that take the place of others where the answer is for everybody. */
  forAll?: Question['params']
  /** A page can do without it, where GitHub answers few questions. */
  optional?: boolean
  /** Tells what only one viewer may know: never asked with the server's token, nor without any. */
  viewersOnly?: boolean
  /** For how long, where the usual times do not fit. */
  keep?: Partial<Keep>
  /** What a 204 means, where GitHub documents one. */
  whenEmpty?: z.output<Shape>
  /** What a 404 means, where it stands for "there is none". */
  whenNotFound?: Missing
  /** What a 409 or a 422 means, where GitHub documents one that stands for "there is none". */
  whenRefused?: Missing
}

/** Reads one resource. Every read goes through here. */
export type Read = <Shape extends z.ZodType, Missing = never>(
  query: Query<Shape, Missing>,
) => Promise<{ dated: Dated<z.output<Shape> | Missing>; pages: Pages }>

const usually: Keep = { freshFor: 60, staleFor: 600, lastGoodFor: 86_400 }

/** For what GitHub itself works out hours late. */
export const slowly: Partial<Keep> = { freshFor: 600, staleFor: 3600 }

/** Makes the function by which a request reads every resource. */
export function createReader(surroundings: Surroundings): Read {
  const { upstream, memory, store, deadline, onCall, onFailure, now } = surroundings

  return async function read(asked) {
    const startedAt = now()
    const identity = await surroundings.identity
    const isForAll = identity.token === undefined
    const query = isForAll ? { ...asked, params: { ...asked.params, ...asked.forAll } } : asked
    const path = upstream.pathOf(query)
    const call: Call = { path, milliseconds: 0, sample: false }

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
      if (query.optional && (await upstream.isMeagre(identity)))
        throw new GitHubError('needs-token', { path })
      const answer = await upstream.ask(query, { identity, etag, deadline })
      if (answer.status === 304) return { unchanged: true }
      const data = checked(query, answer, { path, isForAll })
      const { link, etag: newEtag } = answer.headers
      return {
        unchanged: false,
        entry: {
          data,
          pages: pagesFrom(link === undefined ? undefined : String(link)),
          etag: newEtag === undefined ? undefined : String(newEtag),
          sample: 'x-sample-github' in answer.headers,
        },
      }
    }

    try {
      if (query.viewersOnly && isForAll) {
        throw new GitHubError('unauthorized', {
          path,
          reason: 'not without a token of the viewer’s',
        })
      }
      const keep = { ...usually, ...query.keep }
      // Instances that share a store may talk to different GitHubs; one address has several forms.
      const form = query.format === undefined ? '' : ` as ${query.format}`
      const key = `${identity.key} ${upstream.baseUrl}${path}${form}`
      const recalled = await memory.recall({ key, keep, store, deadline, path, ask, onFailure })
      const { entry, verdict } = recalled
      const status = verdict === 'revalidated' ? 304 : 200
      Object.assign(call, { verdict, status, sample: entry.sample })
      // The store gives back what the shape made of the body, under a key of this read alone.
      const data = entry.data as
        | z.output<typeof query.shape>
        | Exclude<typeof query.whenNotFound | typeof query.whenRefused, undefined>
      const dated = { data, asOf: new Date(entry.asOf).toISOString() }
      if (verdict !== 'stale') return { dated, pages: entry.pages }

      const until = upstream.limitedUntil(query, identity)
      if (until !== undefined)
        return { dated: { ...dated, stale: 'failing', until }, pages: entry.pages }
      return {
        dated: { ...dated, stale: recalled.failing ? 'failing' : 'renewing' },
        pages: entry.pages,
      }
    } catch (error) {
      if (error instanceof GitHubError) {
        Object.assign(call, { status: error.status, failed: error.kind })
      }
      throw error
    } finally {
      onCall?.({ ...call, milliseconds: now() - startedAt })
    }
  }
}

function noneOf<Missing>(
  { whenNotFound, whenRefused }: { whenNotFound?: Missing; whenRefused?: Missing },
  { kind, status }: GitHubError,
): Missing | undefined {
  if (kind === 'not-found') return whenNotFound
  return status === 409 || status === 422 ? whenRefused : undefined
}

function checked<Shape extends z.ZodType>(
  { shape, whenEmpty }: Pick<Query<Shape>, 'shape' | 'whenEmpty'>,
  { status, body }: Answer,
  { path, isForAll }: { path: string; isForAll: boolean },
): z.output<Shape> {
  if (status === 202) throw new GitHubError('computing', { status, path })
  if (status === 204 && whenEmpty !== undefined) return whenEmpty
  if (status !== 200) throw new GitHubError('malformed', { status, path })

  const visible = isForAll ? visibleToAll(body) : body
  if (visible === undefined && body !== undefined)
    throw new GitHubError('not-found', { status: 404, path })
  const result = shape.safeParse(visible)
  if (result.success) return result.data
  const field = result.error.issues[0]?.path.join('.') || 'body'
  throw new GitHubError('malformed', { status, path, reason: `${field} is not as documented` })
}
