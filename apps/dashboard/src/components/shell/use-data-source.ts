import { useEffect, useState } from 'react'
import type { DataSource } from '#server/frame.ts'
import { useFrame } from './frame-context.tsx'

/** The response of `/api/source`. */
export type SourceResponse = { source: DataSource }

/**
 * Returns where the data of the site comes from. Server-rendered pages have it in their props. On a
 * static page the browser requests it, and it is undefined until then.
 */
export function useDataSource(): DataSource | undefined {
  const framed = useFrame()?.source
  const [known, setKnown] = useState(framed)
  // All pages have the same source, so a static page keeps the previous page's.
  if (framed !== undefined && framed !== known) setKnown(framed)
  const source = framed ?? known

  useEffect(() => {
    if (source !== undefined) return
    const controller = new AbortController()
    fetch('/api/source', controller)
      .then((response) => response.json())
      .then(({ source }: SourceResponse) => setKnown(source))
      // The page works without it.
      .catch(() => {})
    return () => controller.abort()
  }, [source])
  return source
}
