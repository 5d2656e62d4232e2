type RepoRead = {
  result?: Promise<unknown>
  isSettled: boolean
  /** Whether it sent its request itself, instead of waiting for one in flight. */
  hasOwnRequest: boolean
  requestInFlight: Promise<void>
  onRequest: () => void
}

/** Called when the request that a read waits for is in flight: its own, or that of another read. */
export type OnRequest = (isOwnRequest: boolean) => void

/** Creates the record of the repositories that a page request reads, so that it reads each once. */
export function createRepoReads() {
  const reads = new Map<string, RepoRead>()

  function readOf(key: string): RepoRead {
    const existing = reads.get(key)
    if (existing) return existing
    let onRequest = () => {}
    const requestInFlight = new Promise<void>((resolve) => {
      onRequest = resolve
    })
    const read: RepoRead = { isSettled: false, hasOwnRequest: false, requestInFlight, onRequest }
    reads.set(key, read)
    return read
  }

  return {
    /** Starts the read of a key, or returns the result of the one that was started before. */
    readOnce<T>(key: string, start: (onRequest: OnRequest) => Promise<T>): Promise<T> {
      const read = readOf(key)
      read.result ??= start((isOwnRequest) => {
        read.hasOwnRequest ||= isOwnRequest
        read.onRequest()
      }).finally(() => {
        read.isSettled = true
      })
      // A key always has the same query, and so the same type.
      return read.result as Promise<T>
    },

    /** Resolves when the request that the read of a key waits for is in flight. */
    waitForRequest: (key: string): Promise<void> => readOf(key).requestInFlight,

    /** Whether the read of a key sent its request itself, and whether it has ended. */
    stateOf(key: string): Pick<RepoRead, 'hasOwnRequest' | 'isSettled'> {
      const { hasOwnRequest, isSettled } = readOf(key)
      return { hasOwnRequest, isSettled }
    },
  }
}
