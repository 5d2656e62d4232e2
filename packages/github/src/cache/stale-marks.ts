/** What has changed at GitHub, and when: entries that were requested before that are stale. */
export type StaleMarks = {
  /** Marks what has changed by now, for all instances. */
  add(marks: readonly string[]): Promise<void>
  /** The time of the last change to any of these, in milliseconds since 1970; 0 if there is none. */
  latest(marks: readonly string[]): number
  /** Whether nothing has changed, so that reads need not name their marks. */
  isEmpty(): boolean
}

/** The marks in the memory of this process. */
export type MemoryMarks = Pick<StaleMarks, 'latest' | 'isEmpty'> & {
  /** Adds marks with their times; returns nothing, and never fails. */
  addAll(marks: Iterable<readonly [mark: string, time: number]>): void
}

/** How long a mark is needed: no entry is served without a request for longer than this. */
export const MARK_RETENTION_SECONDS = 3600

/** The most marks in memory and in Redis; above that, the oldest one counts for all entries. */
export const MAX_MARKS = 10_000

/** Creates the marks of a process. */
export function createMemoryMarks(now: () => number = Date.now): MemoryMarks {
  // In the order of their times, as a mark that is added again moves to the end.
  const times = new Map<string, number>()
  let floor = 0

  function removeOldest(): void {
    const expiredBefore = now() - MARK_RETENTION_SECONDS * 1000
    for (const [mark, time] of times) {
      if (time >= expiredBefore && times.size <= MAX_MARKS) return
      times.delete(mark)
      if (time >= expiredBefore) floor = Math.max(floor, time)
    }
  }

  return {
    addAll(marks) {
      for (const [mark, time] of marks) {
        const last = times.get(mark) ?? 0
        times.delete(mark)
        times.set(mark, Math.max(last, time))
      }
      removeOldest()
    },
    latest(marks) {
      return marks.reduce((latest, mark) => Math.max(latest, times.get(mark) ?? 0), floor)
    },
    isEmpty: () => times.size === 0 && floor === 0,
  }
}
