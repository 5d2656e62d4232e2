import { createMemoryMarks } from './stale-marks.ts'

/** Changes that pages may show now: our own data is marked as stale, and the shared cache is purged. */
export type Announcements = {
  /** Announces a change of responses with these tags, to all instances. */
  announce(tags: readonly string[]): Promise<void>
  /**
   * The time of the last announcement for any of these tags, in milliseconds since 1970; 0 if there is
   * none. It is the same in all instances.
   */
  latest(tags: readonly string[]): number
  /** Calls a function for each later announcement. Returns a function that ends this. */
  listen(listener: Listener): () => void
}

type Listener = (tag: string, time: number) => void

/** The announcements in the memory of this process. */
export type MemoryAnnouncements = Pick<Announcements, 'latest' | 'listen'> & {
  /** Adds announcements with their times, and passes on those that are new. */
  addAll(announcements: readonly (readonly [tag: string, time: number])[]): void
}

/** Creates the announcements of a process, with the retention and the limit of marks. */
export function createMemoryAnnouncements(now?: () => number): MemoryAnnouncements {
  const times = createMemoryMarks(now)
  const listeners = new Set<Listener>()
  return {
    latest: times.latest,
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    addAll(announcements) {
      const added = announcements.filter(([tag, time]) => time > times.latest([tag]))
      times.addAll(added)
      for (const [tag, time] of added) for (const listener of listeners) listener(tag, time)
    },
  }
}
