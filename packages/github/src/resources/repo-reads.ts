type RepoRead = {
  found?: Promise<unknown>
  isSettled: boolean
  /** Whether its request was started by this read. */
  isOwn: boolean
  requested: Promise<void>
  onRequest: () => void
}

/** Called once a request is on its way: one of this read, or one that another has started. */
export type OnRequest = (isOwn: boolean) => void

/** Remembers how one request reads each repository, so that it sees a repository once. */
export function createRepoReads() {
  const reads = new Map<string, RepoRead>()

  function readOf(key: string): RepoRead {
    const known = reads.get(key)
    if (known) return known
    let onRequest = () => {}
    const requested = new Promise<void>((resolve) => {
      onRequest = resolve
    })
    const read: RepoRead = { isSettled: false, isOwn: false, requested, onRequest }
    reads.set(key, read)
    return read
  }

  return {
    /** Reads under a key; the second time, it returns the first result. */
    once<T>(key: string, start: (onRequest: OnRequest) => Promise<T>): Promise<T> {
      const read = readOf(key)
      read.found ??= start((isOwn) => {
        read.isOwn ||= isOwn
        read.onRequest()
      }).finally(() => {
        read.isSettled = true
      })
      // A key has one query, and so one type.
      return read.found as Promise<T>
    },

    /** Fulfilled once a request is on its way for the read under a key. */
    requested: (key: string): Promise<void> => readOf(key).requested,

    /** Whether the request for the read under a key was started by it, and whether it has ended. */
    stateOf(key: string): Pick<RepoRead, 'isOwn' | 'isSettled'> {
      const { isOwn, isSettled } = readOf(key)
      return { isOwn, isSettled }
    },
  }
}
