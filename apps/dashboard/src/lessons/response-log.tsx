import { Button } from '@repo/ui/button'
import { DataTable } from '@repo/ui/data-table'
import { useState } from 'react'
import { ClockTime } from '#components/clock-time.tsx'

type LoggedResponse = { requestedAt: string; renderedAt: string; age: number; cacheStatus: string }

const MAX_LOGGED_RESPONSES = 8

/** Requests the current page again, and lists the responses. */
export function ResponseLog() {
  const [responses, setResponses] = useState<LoggedResponse[]>([])

  async function requestAgain() {
    const response = await requestPage()
    setResponses((previous) => [response, ...previous].slice(0, MAX_LOGGED_RESPONSES))
  }

  const [last] = responses
  return (
    <>
      <p>
        <Button onClick={requestAgain}>Request this page again</Button>
      </p>
      {/* Screen readers announce a change only in a live region that exists before it. */}
      <p role="status" className="visually-hidden">
        {last && (
          <span>
            At <ClockTime time={last.requestedAt} />: {last.age} s old, cache status:{' '}
            {last.cacheStatus}.
          </span>
        )}
      </p>
      {responses.length > 0 && (
        <DataTable
          label="Responses"
          columns={['Requested at', 'Rendered at', 'Age', 'Cache status']}
          rows={responses.map(({ requestedAt, renderedAt, age, cacheStatus }) => ({
            key: requestedAt,
            name: <ClockTime time={requestedAt} />,
            cells: [<ClockTime key="rendered" time={renderedAt} />, `${age} s`, cacheStatus],
          }))}
        />
      )}
    </>
  )
}

// The most informative header comes first.
const cacheStatusHeaders = ['x-cache', 'x-vercel-cache', 'cf-cache-status']

async function requestPage(): Promise<LoggedResponse> {
  const requested = new Date()
  // Bypasses the browser's cache: the lesson is about the shared cache.
  const { headers } = await fetch(window.location.pathname, { cache: 'no-store' })
  const timing = headers.get('server-timing') ?? ''
  const renderedAt = /rendered;desc="([^"]+)"/.exec(timing)?.[1] ?? requested.toISOString()
  const cacheStatus = cacheStatusHeaders
    .map((name) => headers.get(name))
    .find((value) => value !== null)
  return {
    requestedAt: requested.toISOString(),
    renderedAt,
    age: Math.max(0, Math.round((requested.getTime() - Date.parse(renderedAt)) / 1000)),
    cacheStatus: cacheStatus ?? 'none (rendered now)',
  }
}
