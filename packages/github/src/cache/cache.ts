import { z } from 'zod'
import { GitHubError, type GitHubErrorKind } from '../http/github-error.ts'
import type { Store } from './stores.ts'

/** For how many seconds an answer is kept, counted from when GitHub last confirmed it. */
export type CacheTtl = {
  /** Answered without asking. */
  maxAge: number
  /** Answered at once, while GitHub is requests for the next reader. */
  staleWhileRevalidate: number
  /** Answered when GitHub fails. */
  staleIfError: number
}

/** A checked answer, as it is kept; `asOf` is when GitHub last confirmed it, in ms since 1970. */
export type Entry = z.output<typeof entryShape>

// RFC 9110 §8.8.3. No header can be sent with what is none.
const entityTag = /^(W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/

// What comes out of a store may be anything: another version of this program may have put it there.
const entryShape = z.object({
  data: z.unknown(),
  pages: z.object({ next: z.int().optional(), last: z.int().optional() }),
  asOf: z.number(),
  etag: z.string().regex(entityTag).optional().catch(undefined),
  sample: z.boolean(),
})

const refusalShape = z.object({
  kind: z.enum(['not-found', 'gone', 'blocked', 'forbidden', 'computing']),
  status: z.int().optional(),
  path: z.string(),
})

/** Where an answer came from. */
export type CacheStatus = 'hit' | 'stale' | 'miss' | 'revalidated' | 'coalesced'

/** An answer of GitHub's to a question about what we have: something new, or a 304. */
export type Fetched = { unchanged: true } | { unchanged: false; entry: Omit<Entry, 'asOf'> }

/** `failing` when there is something newer to ask for, and GitHub does not give it. */
type Remembered = { entry: Entry; verdict: CacheStatus; failing?: true }

export type Recall = {
  key: string
  keep: CacheTtl
  store: Store
  /** Milliseconds since 1970 after which nobody waits. */
  deadline: number
  path: string
  ask: (etag: string | undefined) => Promise<Fetched>
  /** Told when GitHub fails to answer, whether anybody waits for it or not. */
  onFailure?: ((error: GitHubError) => void) | undefined
}

// Seconds for which a refusal is kept, apart from the data.
const refusedFor: Partial<Record<GitHubErrorKind, number>> = {
  'not-found': 30,
  gone: 30,
  blocked: 30,
  forbidden: 60,
  computing: 2,
}
// What GitHub says for good; anything else may pass, and the last good data stands in for it.
const lasting: readonly GitHubErrorKind[] = [
  'not-found',
  'gone',
  'blocked',
  'unauthorized',
  'forbidden',
  'invalid-request',
]
// What is not there any more, or not for this token, is no last good data either.
const ending: readonly GitHubErrorKind[] = ['not-found', 'gone', 'blocked', 'unauthorized']

// Enough for what is looked at while GitHub is away, and no more memory than that.
const mostFailing = 1000

/** Remembers answers: one question at a time for each key, whoever waits for it. */
export function createCache(now: () => number) {
  const running = new Map<string, Promise<Remembered>>()
  // Keys whose last renewal failed while they are still answered from what is kept.
  const failing = new Set<string>()

  async function recall(wanted: Recall): Promise<Remembered> {
    const { data: kept } = entryShape.safeParse(await wanted.store.get(wanted.key))
    if (kept && isWithin(wanted.keep.maxAge, kept)) return { entry: kept, verdict: 'hit' }

    const joined = running.get(wanted.key)
    const refreshed = joined ?? refresh(wanted, kept)
    if (kept && isWithin(wanted.keep.maxAge + wanted.keep.staleWhileRevalidate, kept)) {
      return { entry: kept, verdict: 'stale', ...(failing.has(wanted.key) && { failing: true }) }
    }
    try {
      const remembered = await before(wanted.deadline, refreshed, wanted.path)
      return joined ? { ...remembered, verdict: 'coalesced' } : remembered
    } catch (error) {
      const passes = error instanceof GitHubError && !lasting.includes(error.kind)
      if (!passes || !kept || !isWithin(wanted.keep.maxAge + wanted.keep.staleIfError, kept))
        throw error
      return { entry: kept, verdict: 'stale', ...(isFailure(error) && { failing: true }) }
    }
  }

  // Goes on when nobody waits any more, and fills the store for the next one.
  function refresh(wanted: Recall, kept: Entry | undefined): Promise<Remembered> {
    const refreshed = fill(wanted, kept).finally(() => running.delete(wanted.key))
    running.set(wanted.key, refreshed)
    refreshed.then(
      () => failing.delete(wanted.key),
      (error) => (isFailure(error) ? noteFailing(wanted.key) : failing.delete(wanted.key)),
    )
    return refreshed
  }

  async function fill(wanted: Recall, kept: Entry | undefined): Promise<Remembered> {
    const { key, keep, store, ask, onFailure } = wanted
    const { data: refused } = refusalShape.safeParse(await store.get(refusalKey(key)))
    if (refused) throw new GitHubError(refused.kind, refused)
    try {
      const fetched = await ask(kept?.etag)
      const renewed = fetched.unchanged ? kept : fetched.entry
      if (!renewed) throw new GitHubError('malformed', { status: 304, path: wanted.path })
      const entry = { ...renewed, asOf: now() }
      await store.set(key, entry, keep.maxAge + keep.staleIfError)
      return { entry, verdict: fetched.unchanged ? 'revalidated' : 'miss' }
    } catch (error) {
      if (error instanceof GitHubError) {
        onFailure?.(error)
        await keepRefusal(store, key, error)
      }
      throw error
    }
  }

  function noteFailing(key: string): void {
    failing.add(key)
    for (const oldest of failing) {
      if (failing.size <= mostFailing) break
      failing.delete(oldest)
    }
  }

  function isWithin(seconds: number, { asOf }: Entry): boolean {
    const age = now() - asOf
    // Confirmed in the future: the clock was set back, and nothing can be said of the age.
    return age >= 0 && age < seconds * 1000
  }

  function before<T>(deadline: number, promise: Promise<T>, path: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const late = () =>
        reject(new GitHubError('unreachable', { path, reason: 'no complete answer in time' }))
      // A process that was busy at the deadline reads only then what had come in time.
      const due = () => {
        timer = setTimeout(late, 0)
      }
      let timer = setTimeout(due, Math.max(deadline - now(), 0))
      promise.then(resolve, reject).finally(() => clearTimeout(timer))
    })
  }

  return { recall }
}

/** Who is counting anew has answered. */
function isFailure(error: unknown): boolean {
  return !(error instanceof GitHubError) || error.kind !== 'computing'
}

async function keepRefusal(store: Store, key: string, error: GitHubError): Promise<void> {
  const { kind, status, path } = error
  const seconds = refusedFor[kind]
  if (seconds !== undefined) await store.set(refusalKey(key), { kind, status, path }, seconds)
  if (ending.includes(kind)) await store.delete(key)
}

function refusalKey(key: string): string {
  return `refused ${key}`
}
