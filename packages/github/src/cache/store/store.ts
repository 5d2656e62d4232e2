/** Where entries are kept between reads. It never throws: what cannot be had is a miss. */
export type Store = {
  /** The value under a key, as it was set; undefined when there is none. */
  get(key: string): Promise<unknown>
  /** Keeps a value that JSON can hold, for so many seconds at most. */
  set(key: string, value: unknown, seconds: number): Promise<void>
  delete(key: string): Promise<void>
  /** What it holds in this process. */
  stats(): StoreStats
}

/** What a store holds in this process, and of how many bytes at most. */
export type StoreStats = { entries: number; bytes: number; maxBytes: number }
