import type { CacheStatus } from '../cache/cache.ts'

type RepoRead = {
  result?: Promise<unknown>
  /** Where the result came from, once the read has succeeded. */
  cacheStatus?: CacheStatus
  requestInFlight: Promise<void>
  onRequest: () => void
}

/** Creates the record of the repositories that a page request reads, so that it reads each once. */
export function createRepoReads() {
  const reads = new Map<string, RepoRead>()

  function readOf(path: string): RepoRead {
    const existing = reads.get(path)
    if (existing) return existing
    let onRequest = () => {}
    const requestInFlight = new Promise<void>((resolve) => {
      onRequest = resolve
    })
    const read: RepoRead = { requestInFlight, onRequest }
    reads.set(path, read)
    return read
  }

  return {
    /**
     * Starts the read of a path, or returns the result of the one that was started before. `start`
     * calls `onRequest` when the request is in flight: its own, or that of another read.
     */
    readOnce<Result extends { cacheStatus: CacheStatus }>(
      path: string,
      start: (onRequest: () => void) => Promise<Result>,
    ): Promise<Result> {
      const read = readOf(path)
      read.result ??= start(read.onRequest).then((result) => {
        read.cacheStatus = result.cacheStatus
        return result
      })
      // A path always has the same query, and so the same type.
      return read.result as Promise<Result>
    },

    /** Resolves when the request that the read of a path waits for is in flight. */
    waitForRequest: (path: string): Promise<void> => readOf(path).requestInFlight,

    /** Where the result of the read of a path came from; undefined before it has succeeded. */
    statusOf: (path: string): CacheStatus | undefined => readOf(path).cacheStatus,
  }
}
