import { useRouter } from 'next/router'
import { useEffect, useState } from 'react'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'

type Happened = { key: number; text: string }

const most = 8

/** What the router has said since the page came, and what it has asked for: a state of the page. */
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

function useRouterEvents(): readonly Happened[] {
  const { events } = useRouter()
  const [happened, setHappened] = useState<readonly Happened[]>([])

  useEffect(() => {
    const note = (text: string) =>
      setHappened((before) =>
        [...before, { key: (before.at(-1)?.key ?? 0) + 1, text }].slice(-most),
      )
    const onStart = (url: string, { shallow }: { shallow: boolean }) =>
      note(`routeChangeStart ${url}${shallow ? ', shallow' : ''}`)
    const onComplete = (url: string) => note(`routeChangeComplete ${url}`)
    const onError = ({ cancelled }: { cancelled?: boolean }, url: string) =>
      note(`routeChangeError ${url}${cancelled ? ', cancelled: true' : ''}`)
    const onHash = (url: string) => note(`hashChangeComplete ${url}`)
    const observer = new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) {
        const { pathname, search } = new URL(name)
        if (pathname.startsWith('/_next/data/')) note(`GET ${pathname}${search}`)
      }
    })
    events.on('routeChangeStart', onStart)
    events.on('routeChangeComplete', onComplete)
    events.on('routeChangeError', onError)
    events.on('hashChangeComplete', onHash)
    observer.observe({ type: 'resource' })
    return () => {
      events.off('routeChangeStart', onStart)
      events.off('routeChangeComplete', onComplete)
      events.off('routeChangeError', onError)
      events.off('hashChangeComplete', onHash)
      observer.disconnect()
    }
  }, [events])

  return happened
}
