import { useEffect, useState } from 'react'

/** Whole seconds since a date, ticking in the browser; undefined on the server or without a date. */
export function useSecondsSince(moment: string | undefined): number | undefined {
  const [seconds, setSeconds] = useState<number>()

  useEffect(() => {
    if (moment === undefined) return
    const count = () =>
      setSeconds(Math.max(0, Math.floor((Date.now() - Date.parse(moment)) / 1000)))
    count()
    const timer = setInterval(count, 1000)
    return () => clearInterval(timer)
  }, [moment])

  return moment === undefined ? undefined : seconds
}
