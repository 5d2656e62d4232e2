// As many as the GitHub client starts at once before it has measured how fast GitHub responds.
const MAX_CONCURRENT_READS = 32

// A read, and a second one that depends on it.
const CHAIN_LENGTH = 2
// The rest of one and a half times the chain is for rendering.
const MAX_WAIT_FACTOR = 1.3
// So that a fast GitHub does not leave cells out.
const MIN_CHAIN_MS = 400
// A shorter read was in the cache, and says nothing about GitHub.
const MIN_READ_MS = 20

type Queued = { rank: number; start: () => void }

type NeedQueueOptions = {
  /** Whether the page waits for all reads. */
  waitsForAll?: boolean
  /** Milliseconds since any point in time. */
  now?: () => number
  /** When the page began with the reads on which all others depend; by default now. */
  startedAt?: number | undefined
}

/** The queue of a page's reads. */
export type NeedQueue = ReturnType<typeof createNeedQueue>

/**
 * Creates a queue for the reads of one page. The most needed start first, and at most 32 are in
 * progress. The first read that GitHub responds to shows how long a chain of dependent reads takes, and the page waits a
 * little longer than that; what it does not wait for continues, so that the next page finds it in the
 * cache.
 */
export function createNeedQueue(options: NeedQueueOptions = {}) {
  const { waitsForAll = false, now = Date.now } = options
  const createdAt = now()
  const startedAt = options.startedAt ?? createdAt
  const queue: Queued[] = []
  let runningCount = 0
  let isScheduled = false
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let endWait = () => {}
  const end = new Promise<void>((resolve) => {
    endWait = resolve
  })

  // Reads start after those that are queued at the same time, and those that depend on the last one.
  function scheduleStart(): void {
    if (isScheduled) return
    isScheduled = true
    setImmediate(startNext)
  }

  function startNext(): void {
    isScheduled = false
    for (const next of queue.splice(0, MAX_CONCURRENT_READS - runningCount)) {
      runningCount++
      next.start()
    }
  }

  /** Limits the wait for all reads by the time of one; only the first call does. */
  function limitWait(readMs: number): void {
    if (waitsForAll || isClosed || readMs < MIN_READ_MS) return
    const chainMs = createdAt - startedAt + CHAIN_LENGTH * readMs
    const waitMs = Math.max(chainMs, MIN_CHAIN_MS) * MAX_WAIT_FACTOR
    timer ??= setTimeout(endWait, startedAt + waitMs - now())
  }

  return {
    /** Runs a read when its turn comes: after those of a lower rank. */
    async run<T>(rank: number, read: () => Promise<T>): Promise<T> {
      await new Promise<void>((resolve) => {
        const index = queue.findLastIndex((other) => other.rank <= rank)
        queue.splice(index + 1, 0, { rank, start: resolve })
        scheduleStart()
      })
      const readAt = now()
      try {
        return await read()
      } finally {
        limitWait(now() - readAt)
        runningCount--
        scheduleStart()
      }
    },

    /** Returns the result of a read, or undefined if the page does not wait for it any longer. */
    waitFor<T>(read: Promise<T>): Promise<T | undefined> {
      return Promise.race([read, end.then(() => undefined)])
    },

    /** Ends the wait, because nothing is left to wait for. */
    close(): void {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
