import { setTimeout } from 'node:timers/promises'
import type { Purge } from '#server/process/telemetry.ts'
import type { Purger } from './purge-shared-cache.server.ts'

type Options = {
  purger: Purger
  /** Receives tags that have been purged. */
  onPurged: (tags: readonly string[]) => void
  /** Receives each failed purge; `isFinal` if it is not tried again. */
  onError: (failure: { message: string; tags: number; attempt: number; isFinal: boolean }) => void
  /** Receives each purge that has succeeded or failed, with the time that its oldest tag waited. */
  onAttempt?: (purge: Omit<Purge, 'cache'>) => void
  pause?: (ms: number) => Promise<unknown>
  now?: () => number
}

/** Events within this time are purged together. */
export const PURGE_JOIN_MS = 100
/** The wait before the second attempt of a purge; it doubles with each further one. */
const PURGE_RETRY_MS = 500
/** After this many attempts the lifetimes of the responses have to do. */
export const MAX_PURGE_ATTEMPTS = 6
/** The most tags that wait for a purge. */
export const MAX_PENDING_PURGE_TAGS = 10_000

/**
 * Creates the queue that purges a shared cache: bursts are joined, one purge runs at a time, and one
 * that fails is tried again, together with the tags that have been added since.
 */
export function createPurgeQueue({
  purger,
  onPurged,
  onError,
  onAttempt = () => {},
  pause = (ms) => setTimeout(ms),
  now = Date.now,
}: Options) {
  /** When each tag was added. */
  const pending = new Map<string, number>()
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    await pause(PURGE_JOIN_MS)
    let attempt = 1
    while (pending.size > 0) {
      const entries = nextEntries()
      const batch = entries.map(([tag]) => tag)
      const addedAt = Math.min(...entries.map(([, time]) => time))
      for (const tag of batch) pending.delete(tag)
      try {
        await purger.purge(batch)
        onPurged(batch)
        attempt = 1
        onAttempt({ delayMs: now() - addedAt, outcome: 'purged' })
      } catch (error) {
        const isFinal = attempt >= MAX_PURGE_ATTEMPTS
        const message = error instanceof Error ? error.message : String(error)
        onError({ message, tags: batch.length, attempt, isFinal })
        onAttempt({ delayMs: now() - addedAt, outcome: isFinal ? 'failed' : 'retried' })
        if (isFinal) {
          attempt = 1
          continue
        }
        add(batch, addedAt)
        await pause(PURGE_RETRY_MS * 2 ** (attempt - 1))
        attempt++
      }
    }
  }

  /** The oldest tags that fit into a purge. */
  function nextEntries(): [tag: string, time: number][] {
    const { maxLength = Number.POSITIVE_INFINITY } = purger
    let length = 0
    return [...pending].slice(0, purger.maxTags).filter(([tag], index) => {
      length += tag.length + 1
      return index === 0 || length <= maxLength
    })
  }

  function add(tags: readonly string[], addedAt = now()): void {
    for (const [index, tag] of tags.entries()) {
      if (pending.size >= MAX_PENDING_PURGE_TAGS) {
        const dropped = tags.length - index
        onError({ message: 'too many tags wait', tags: dropped, attempt: 0, isFinal: true })
        return
      }
      pending.set(tag, Math.min(pending.get(tag) ?? addedAt, addedAt))
    }
  }

  return {
    /** Purges tags soon. Resolves when nothing waits any more; never rejects. */
    purge(tags: readonly string[]): Promise<void> {
      add(tags)
      running ??= run().finally(() => {
        running = undefined
      })
      return running
    },
  }
}
