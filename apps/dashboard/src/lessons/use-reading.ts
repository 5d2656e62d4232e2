import { useEffect, useState } from 'react'
import type { Reading } from './reading.ts'

type Asked = { state: 'asking' } | { state: 'failed' } | { state: 'ready'; reading: Reading }

/** Asks for a reading from the browser, once the page is there. */
export function useReading(ask: (signal: AbortSignal) => Promise<Reading>): Asked {
  const [asked, setAsked] = useState<Asked>({ state: 'asking' })

  useEffect(() => {
    const leaving = new AbortController()
    ask(leaving.signal).then(
      (reading) => setAsked({ state: 'ready', reading }),
      () => {
        if (!leaving.signal.aborted) setAsked({ state: 'failed' })
      },
    )
    return () => leaving.abort()
  }, [ask])

  return asked
}

/** Asks the API route that exists for this alone. */
export async function askApiRoute(signal: AbortSignal): Promise<Reading> {
  const reading: Reading = await answerOf('/api/learn/reading', signal)
  return reading
}

/** Asks for the props of a page that was made ahead of time, as next/link does before it shows it. */
export async function askPageAhead(path: string, signal: AbortSignal): Promise<Reading> {
  const address = `/_next/data/${window.__NEXT_DATA__.buildId}${path}.json`
  const { pageProps }: { pageProps: { reading: Reading } } = await answerOf(address, signal)
  return pageProps.reading
}

async function answerOf(address: string, signal: AbortSignal) {
  const response = await fetch(address, { signal })
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return response.json()
}
