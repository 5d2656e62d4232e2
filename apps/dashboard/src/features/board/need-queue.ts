// As many as the GitHub client starts at once before it has measured how fast GitHub responds.
const MAX_CONCURRENT_READS = 32

// The rest of one and a half times the chain is for rendering.
const MAX_WAIT_FACTOR = 1.3
// A shorter chain was in the cache, and says nothing about GitHub.
const MIN_CHAIN_MS = 400

type Queued = { rank: number; start: () => void }

type NeedQueueOptions = {
  /** Whether the page waits for all reads. */
  waitsForAll?: boolean
  /** Milliseconds since any point in time. */
  now?: () => number
}

/** The queue of a page's reads. */
export type NeedQueue = ReturnType<typeof createNeedQueue>

/**
 * Creates a queue for the reads of one page. The most needed start first, and at most 32 are in
 * progress. When the first chain of dependent reads has ended, the page waits a little longer for the
 * others; what it does not wait for continues, so that the next page finds it in the cache.
 */
export function createNeedQueue({ waitsForAll = false, now = Date.now }: NeedQueueOptions = {}) {
  const startedAt = now()
  const queue: Queued[] = []
  let runningCount = 0
  let isScheduled = false
  let timer: NodeJS.Timeout | undefined
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

  return {
    /** Runs a read when its turn comes: after those of a lower rank. */
    async run<T>(rank: number, read: () => Promise<T>): Promise<T> {
      await new Promise<void>((resolve) => {
        const index = queue.findLastIndex((other) => other.rank <= rank)
        queue.splice(index + 1, 0, { rank, start: resolve })
        scheduleStart()
      })
      try {
        return await read()
      } finally {
        runningCount--
        scheduleStart()
      }
    },

    /** Limits the wait for all other reads; only the first call does. */
    endChain(): void {
      if (waitsForAll) return
      const chainMs = now() - startedAt
      const waitMs = Math.max(chainMs, MIN_CHAIN_MS) * MAX_WAIT_FACTOR
      timer ??= setTimeout(endWait, waitMs - chainMs)
    },

    /** Returns the result of a read, or undefined if the page does not wait for it any longer. */
    waitFor<T>(read: Promise<T>): Promise<T | undefined> {
      return Promise.race([read, end.then(() => undefined)])
    },

    /** Ends the wait, because nothing is left to wait for. */
    close(): void {
      clearTimeout(timer)
    },
  }
}
