/** The time of day in UTC, with seconds. */
export function ClockTime({ moment }: { moment: string }) {
  return <time dateTime={moment}>{moment.slice(11, 19)} UTC</time>
}
