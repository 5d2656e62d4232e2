import { DataTable } from '@repo/ui/data-table'
import Link from 'next/link'
import { useCallback } from 'react'
import { aheadOfTime } from './lessons.ts'
import type { Reading } from './reading.ts'
import cards from './reading-card.module.css'
import { ReadingCard } from './reading-card.tsx'
import { askApiRoute, askPageAhead, useReading } from './use-reading.ts'

/** The lesson about the three times at which a page can ask for its data. */
export function WhenLesson({ reading }: { reading: Reading }) {
  return (
    <>
      <div className={cards.cards}>
        <ReadingCard title="On each request" reading={reading}>
          <p>
            <code>getServerSideProps</code>, this page: it is in the HTML.
          </p>
        </ReadingCard>
        <AheadCard fullName={reading.fullName} />
        <BrowserCard />
      </div>

      <h2>What each visitor gets, and what it costs</h2>
      <Comparison />

      <h2>Which one to take</h2>
      <ul>
        <li>
          Take <code>getServerSideProps</code> for what can only be known when it is asked for: who
          asks, from where, with which search, and what the status is. With a cache header it costs
          no more than the other.
        </li>
        <li>
          Take <code>getStaticProps</code> for what is the same for everybody and may be a little
          old. It has no request and no response: no header, no cookie, no status but 200, 404, a
          redirect and 500: it cannot say 503. When GitHub fails on the first visit there is nothing
          to say but 500.
        </li>
        <li>
          Fetch in the browser what comes after the page: a login in the corner, a number that
          ticks. The visitor waits twice, once for the page and once for the data, and without
          JavaScript for ever.
        </li>
      </ul>
    </>
  )
}

function AheadCard({ fullName }: { fullName: string }) {
  const { path } = aheadOfTime(fullName)
  const ask = useCallback((signal: AbortSignal) => askPageAhead(path, signal), [path])
  const asked = useReading(ask)
  return (
    <ReadingCard
      title="Ahead of time"
      reading={asked.state === 'ready' ? asked.reading : undefined}
    >
      <p>
        <code>getStaticProps</code> with <code>revalidate</code>:{' '}
        <Link href={path}>a page of its own</Link>.
      </p>
    </ReadingCard>
  )
}

function BrowserCard() {
  const asked = useReading(askApiRoute)
  return (
    <ReadingCard
      title="From the browser"
      reading={asked.state === 'ready' ? asked.reading : undefined}
    >
      <p>
        <code>fetch</code> from the browser:{' '}
        {asked.state === 'failed' ? (
          'the address did not answer.'
        ) : (
          <>
            an <a href="/api/learn/reading">address of its own</a>, and nothing without JavaScript.
          </>
        )}
      </p>
    </ReadingCard>
  )
}

function Comparison() {
  return (
    <DataTable
      label="The three ways compared"
      columns={['What', 'On each request', 'Ahead of time', 'From the browser']}
      rows={rows.map(({ name, cells }) => ({ key: name, name, cells }))}
    />
  )
}

const rows: { name: string; cells: [string, string, string] }[] = [
  {
    name: 'In the HTML',
    cells: ['the data', 'the data', 'three dots'],
  },
  {
    name: 'The first visitor',
    cells: ['waits for GitHub', 'waits for GitHub', 'waits for the page, then for GitHub'],
  },
  {
    name: 'The next ones, with a cache in front',
    cells: ['get it at once', 'get it at once', 'get the page at once, then the data'],
  },
  {
    name: 'The next ones, with none',
    cells: ['one rendering each', 'get what Next has kept', 'one request to the API each'],
  },
  {
    name: 'After its time',
    cells: [
      'one visitor gets the old page, and it is renewed',
      'one visitor gets the old page, and it is renewed',
      'one visitor gets the old data, and it is renewed',
    ],
  },
  {
    name: 'Requests to GitHub',
    cells: ['one while it is fresh', 'one while it is fresh', 'one while it is fresh'],
  },
  {
    name: 'Knows who asks',
    cells: ['yes', 'no', 'yes'],
  },
  {
    name: 'Its own status and headers',
    cells: ['yes', 'no', 'yes, but not the page’s'],
  },
]
