import { DataTable } from '@repo/ui/data-table'
import Link from 'next/link'
import { useCallback } from 'react'
import { isrLessonFor } from '#tutorial/lessons.ts'
import type { Reading } from './example-repo.server.ts'
import cards from './reading-card.module.css'
import { ReadingCard } from './reading-card.tsx'
import { fetchFromApi, fetchFromIsrPage, useReading } from './use-reading.ts'

/** The lesson that compares server-side rendering, incremental regeneration and a client fetch. */
export function DataFetchingLesson({ reading }: { reading: Reading }) {
  return (
    <>
      <div className={cards.cards}>
        <ReadingCard title="SSR" reading={reading}>
          <p>
            <code>getServerSideProps</code> of this page: rendered on each request, in the HTML.
          </p>
        </ReadingCard>
        <IsrCard fullName={reading.fullName} />
        <ClientFetchCard />
      </div>

      <h2>Comparison</h2>
      <Comparison />

      <h2>Which should you use?</h2>
      <ul>
        <li>
          <code>getServerSideProps</code> (SSR) for data that depends on the request: who the viewer
          is, their location, their search, and the status code. With a cache header it costs no
          more than ISR.
        </li>
        <li>
          <code>getStaticProps</code> (SSG, and ISR with <code>revalidate</code>) for data that is
          the same for everyone and may be a little stale. The function has no request and no
          response: it reads no header and no cookie, and its only statuses are 200, 404, a redirect
          and 500. If GitHub fails on the first visit, the page is a 500, not a 503.
        </li>
        <li>
          A client fetch for data that may come after the page: an avatar in the corner, a live
          counter. The visitor waits twice, once for the page and once for the data, and gets no
          data without JavaScript.
        </li>
      </ul>
    </>
  )
}

function IsrCard({ fullName }: { fullName: string }) {
  const { path } = isrLessonFor(fullName)
  const fetchReading = useCallback((signal: AbortSignal) => fetchFromIsrPage(path, signal), [path])
  const result = useReading(fetchReading)
  return (
    <ReadingCard title="ISR" reading={result.state === 'ready' ? result.reading : undefined}>
      <p>
        <code>getStaticProps</code> with <code>revalidate</code>:{' '}
        <Link href={path}>a separate page</Link>, rendered once and stored.
      </p>
    </ReadingCard>
  )
}

function ClientFetchCard() {
  const result = useReading(fetchFromApi)
  return (
    <ReadingCard
      title="Client fetch"
      reading={result.state === 'ready' ? result.reading : undefined}
    >
      <p>
        <code>fetch</code> in the browser:{' '}
        {result.state === 'failed' ? (
          <span>the API route could not be loaded.</span>
        ) : (
          <span>
            needs <a href="/api/learn/reading">an API route</a> and JavaScript.
          </span>
        )}
      </p>
    </ReadingCard>
  )
}

function Comparison() {
  return (
    <DataTable
      label="Comparison"
      columns={['Aspect', 'SSR', 'ISR', 'Client fetch']}
      rows={rows.map(({ name, cells }) => ({ key: name, name, cells }))}
    />
  )
}

const rows: { name: string; cells: [string, string, string] }[] = [
  {
    name: 'In the HTML',
    cells: ['the data', 'the data', 'a placeholder'],
  },
  {
    name: 'First visitor',
    cells: ['waits for GitHub', 'waits for GitHub', 'waits for the page, then for GitHub'],
  },
  {
    name: 'Next visitors, with a shared cache',
    cells: ['served at once', 'served at once', 'page at once, then the data'],
  },
  {
    name: 'Next visitors, without a shared cache',
    cells: ['one render per request', 'served from Next’s cache', 'one API request each'],
  },
  {
    name: 'Once expired',
    cells: [
      'stale page, revalidated in the background',
      'stale page, regenerated in the background',
      'stale data, revalidated in the background',
    ],
  },
  {
    name: 'Requests to GitHub',
    cells: ['one per lifetime', 'one per lifetime', 'one per lifetime'],
  },
  {
    name: 'Can identify the viewer',
    cells: ['yes', 'no', 'yes'],
  },
  {
    name: 'Can set status and headers',
    cells: ['yes', 'no', 'yes, but not the page’s'],
  },
]
