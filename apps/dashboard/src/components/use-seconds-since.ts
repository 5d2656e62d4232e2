import { useEffect, useState } from 'react'

/** Whole seconds since a date, ticking in the browser; undefined on the server or without a date. */
export function useSecondsSince(date: string | undefined): number | undefined {
  const [seconds, setSeconds] = useState<number>()

  useEffect(() => {
    if (date === undefined) return
    const update = () => setSeconds(Math.max(0, Math.floor((Date.now() - Date.parse(date)) / 1000)))
    update()
    const timer = setInterval(update, 1000)
    return () => clearInterval(timer)
  }, [date])

  return date === undefined ? undefined : seconds
}
