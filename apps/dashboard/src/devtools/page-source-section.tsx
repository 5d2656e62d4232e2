import { CodeBlock } from '@repo/ui/code-block'
import { useEffect, useState } from 'react'
import { type PageSource, sourceFileName } from './page-source.ts'
import styles from './request-inspector.module.css'

/** The page's source file, loaded when the inspector opens. */
export function PageSourceSection({ route }: { route: string }) {
  const [source, setSource] = useState<PageSource | 'none'>()

  useEffect(() => {
    const controller = new AbortController()
    fetchSource(route, controller.signal).then(setSource, () => {
      if (!controller.signal.aborted) setSource('none')
    })
    return () => controller.abort()
  }, [route])

  return (
    <section className={styles.section}>
      <h3>Page source</h3>
      {source === 'none' && <p>Couldn&rsquo;t load the source.</p>}
      {typeof source === 'object' && (
        <>
          <p>
            {source.href ? (
              <a href={source.href}>{source.path} on GitHub</a>
            ) : (
              <code>{source.path}</code>
            )}
          </p>
          <CodeBlock
            label={source.path}
            caption="Marked: the function that runs on the server. A request may end before its last line."
            html={source.html}
          />
        </>
      )}
    </section>
  )
}

async function fetchSource(route: string, signal: AbortSignal): Promise<PageSource> {
  const response = await fetch(`/page-source/${sourceFileName(route)}`, { signal })
  if (!response.ok) throw new Error(`The source of ${route} returned ${response.status}`)
  return response.json()
}
