/** A wait between two times, in milliseconds since 1970. */
export type Wait = { startedAt: number; until: number }

/**
 * Whether a wait is not over. One that starts in the future was set before the clock was set back:
 * how much of it is left is unknown, so it is over.
 */
export function isWaiting({ startedAt, until }: Wait, now: number): boolean {
  return startedAt <= now && until > now
}
