import { ClockTime } from '#components/clock-time.tsx'

/** When the last commit was pushed, by which a page shows how new its data is. */
export function PushTime({ time }: { time: string | null }) {
  if (time === null) return 'unknown'
  return (
    <>
      {time.slice(0, 10)} <ClockTime time={time} />
    </>
  )
}
