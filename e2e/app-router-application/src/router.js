'use client'

import { useRouter as useAppRouter, useParams, usePathname } from 'next/navigation'
import { useMemo } from 'react'

// The App Router has no events.
const events = { on() {}, off() {} }

/** The part of `next/router` that the dashboard's components use, on the App Router. */
export function useRouter() {
  const { push, replace } = useAppRouter()
  const pathname = usePathname()
  const query = useParams()
  return useMemo(
    () => ({ pathname, asPath: pathname, query, events, push, replace }),
    [pathname, query, push, replace],
  )
}
