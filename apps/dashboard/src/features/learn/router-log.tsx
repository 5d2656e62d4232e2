import Router from 'next/router'
import { useSyncExternalStore } from 'react'
import { useHasScripts } from '#features/frame/use-has-scripts.ts'

type Happened = { key: number; text: string }

const most = 8

/** What the router has said since the page came, and what it has asked for. */
export function RouterLog() {
  const happened = useRouterEvents()
  if (!useHasScripts()) return null
  return (
    <section aria-label="What happened">
      <h2>What happened</h2>
      {happened.length === 0 ? (
        <p>Nothing yet: the page came as a document.</p>
      ) : (
        <ol>
          {happened.map(({ key, text }) => (
            <li key={key}>
              <code>{text}</code>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

// It outlives the page, which begins anew with each address.
let happened: readonly Happened[] = []
const nothing: readonly Happened[] = []
const listeners = new Set<() => void>()
let isListening = false

function useRouterEvents(): readonly Happened[] {
  return useSyncExternalStore(
    subscribe,
    () => happened,
    () => nothing,
  )
}

function subscribe(tell: () => void): () => void {
  if (!isListening) listen()
  isListening = true
  listeners.add(tell)
  return () => {
    listeners.delete(tell)
  }
}

function listen(): void {
  Router.events.on('routeChangeStart', (url: string, { shallow }: { shallow: boolean }) =>
    note(`routeChangeStart ${url}${shallow ? ', shallow' : ''}`),
  )
  Router.events.on('routeChangeComplete', (url: string) => note(`routeChangeComplete ${url}`))
  Router.events.on('routeChangeError', ({ cancelled }: { cancelled?: boolean }, url: string) =>
    note(`routeChangeError ${url}${cancelled ? ', cancelled: true' : ''}`),
  )
  Router.events.on('hashChangeComplete', (url: string) => note(`hashChangeComplete ${url}`))
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      const { pathname, search } = new URL(name)
      if (pathname.startsWith('/_next/data/')) note(`GET ${pathname}${search}`)
    }
  })
  observer.observe({ type: 'resource' })
}

function note(text: string): void {
  happened = [...happened, { key: (happened.at(-1)?.key ?? 0) + 1, text }].slice(-most)
  for (const tell of listeners) tell()
}
