import { useRouter } from 'next/router'
import { useEffect, useState } from 'react'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'
import styles from './lesson.module.css'

type LogEntry = { key: number; text: string }

const MAX_ENTRIES = 8

/** Lists the router's events and data requests since the page was loaded, as state of the page. */
export function RouterLog() {
  const entries = useRouterEvents()
  const hasScripts = useHasScripts()
  if (!hasScripts) return <div className={styles.routerLog} />
  return (
    <section className={styles.routerLog} aria-label="Router events">
      <h2>Router events</h2>
      {entries.length === 0 ? (
        <p>None yet: the page was loaded as a document.</p>
      ) : (
        <ol>
          {entries.map(({ key, text }) => (
            <li key={key}>
              <code>{text}</code>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function useRouterEvents(): readonly LogEntry[] {
  const { events } = useRouter()
  const [entries, setEntries] = useState<readonly LogEntry[]>([])

  useEffect(() => {
    const add = (text: string) =>
      setEntries((previous) =>
        [...previous, { key: (previous.at(-1)?.key ?? 0) + 1, text }].slice(-MAX_ENTRIES),
      )
    const onStart = (url: string, { shallow }: { shallow: boolean }) =>
      add(`routeChangeStart ${url}${shallow ? ', shallow' : ''}`)
    const onComplete = (url: string) => add(`routeChangeComplete ${url}`)
    const onError = ({ cancelled }: { cancelled?: boolean }, url: string) =>
      add(`routeChangeError ${url}${cancelled ? ', cancelled: true' : ''}`)
    const onHash = (url: string) => add(`hashChangeComplete ${url}`)
    const observer = new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) {
        const { pathname, search } = new URL(name)
        if (pathname.startsWith('/_next/data/')) add(`GET ${pathname}${search}`)
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

  return entries
}
