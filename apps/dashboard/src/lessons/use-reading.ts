import { useEffect, useState } from 'react'
import type { Reading } from './example-repo.server.ts'

type ReadingState =
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'ready'; reading: Reading }

/** Fetches a reading from the browser, after the page has loaded. */
export function useReading(fetchReading: (signal: AbortSignal) => Promise<Reading>): ReadingState {
  const [readingState, setReadingState] = useState<ReadingState>({ state: 'loading' })

  useEffect(() => {
    const controller = new AbortController()
    fetchReading(controller.signal).then(
      (reading) => setReadingState({ state: 'ready', reading }),
      () => {
        if (!controller.signal.aborted) setReadingState({ state: 'failed' })
      },
    )
    return () => controller.abort()
  }, [fetchReading])

  return readingState
}

/** Fetches the reading from its API route. */
export async function fetchFromApi(signal: AbortSignal): Promise<Reading> {
  const reading: Reading = await fetchJson('/api/learn/reading', signal)
  return reading
}

/** Fetches the props of an ISR page from the data route, as next/link does on a navigation. */
export async function fetchFromIsrPage(path: string, signal: AbortSignal): Promise<Reading> {
  const dataPath = `/_next/data/${window.__NEXT_DATA__.buildId}${path}.json`
  const { pageProps }: { pageProps: { reading: Reading } } = await fetchJson(dataPath, signal)
  return pageProps.reading
}

async function fetchJson(path: string, signal: AbortSignal) {
  const response = await fetch(path, { signal })
  if (!response.ok) throw new Error(`${path} returned ${response.status}`)
  return response.json()
}
