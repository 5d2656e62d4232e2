import { CodeBlock } from '@repo/ui/code-block'
import { useEffect, useState } from 'react'
import { type PageSource, sourceName } from './page-source.ts'
import styles from './request-drawer.module.css'

/** A page's own file, which is asked for now. */
export function PageCode({ route }: { route: string }) {
  const [source, setSource] = useState<PageSource | 'none'>()

  useEffect(() => {
    const leaving = new AbortController()
    askSource(route, leaving.signal).then(setSource, () => {
      if (!leaving.signal.aborted) setSource('none')
    })
    return () => leaving.abort()
  }, [route])

  return (
    <section className={styles.section}>
      <h3>The page&rsquo;s own file</h3>
      {source === 'none' && <p>It could not be loaded.</p>}
      {typeof source === 'object' && (
        <>
          <p>
            {source.href ? (
              <a href={source.href}>{source.path} on GitHub</a>
            ) : (
              <code>{source.path}</code>
            )}
          </p>
          <CodeBlock label={source.path}>{source.code}</CodeBlock>
        </>
      )}
    </section>
  )
}

async function askSource(route: string, signal: AbortSignal): Promise<PageSource> {
  const response = await fetch(`/page-source/${sourceName(route)}`, { signal })
  if (!response.ok) throw new Error(`The source of ${route} answered ${response.status}`)
  return response.json()
}
