/** The time of day in UTC, with seconds. */
export function ClockTime({ time }: { time: string }) {
  return <time dateTime={time}>{time.slice(11, 19)} UTC</time>
}
