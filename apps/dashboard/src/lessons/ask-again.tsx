import { Button } from '@repo/ui/button'
import { DataTable } from '@repo/ui/data-table'
import { useState } from 'react'
import { ClockTime } from '#components/clock-time.tsx'

type Answer = { askedAt: string; renderedAt: string; age: number; verdict: string }

/** Asks for the page's own address again, and lists what came back. */
export function AskAgain() {
  const [answers, setAnswers] = useState<Answer[]>([])

  async function ask() {
    const answer = await askOnce()
    setAnswers((before) => [answer, ...before].slice(0, mostAnswers))
  }

  const [last] = answers
  return (
    <>
      <p>
        <Button onClick={ask}>Ask for this page again</Button>
      </p>
      {/* Read out when its text comes: for that it is there before. */}
      <p role="status" className="visually-hidden">
        {last && (
          <>
            At <ClockTime moment={last.askedAt} />: {last.age} s old, the cache says {last.verdict}.
          </>
        )}
      </p>
      {answers.length > 0 && (
        <DataTable
          label="What came back"
          columns={['Asked at', 'Rendered at', 'Age', 'The cache says']}
          rows={answers.map(({ askedAt, renderedAt, age, verdict }) => ({
            key: askedAt,
            name: <ClockTime moment={askedAt} />,
            cells: [<ClockTime key="rendered" moment={renderedAt} />, `${age} s`, verdict],
          }))}
        />
      )}
    </>
  )
}

const mostAnswers = 8

// In the order of how much each cache says.
const verdictHeaders = ['x-cache', 'x-vercel-cache', 'cf-cache-status']

async function askOnce(): Promise<Answer> {
  const asked = new Date()
  // The browser's own cache has no say here: the question is what the one in front does.
  const { headers } = await fetch(window.location.pathname, { cache: 'no-store' })
  const timing = headers.get('server-timing') ?? ''
  const renderedAt = /rendered;desc="([^"]+)"/.exec(timing)?.[1] ?? asked.toISOString()
  const verdict = verdictHeaders.map((name) => headers.get(name)).find((value) => value !== null)
  return {
    askedAt: asked.toISOString(),
    renderedAt,
    age: Math.max(0, Math.round((asked.getTime() - Date.parse(renderedAt)) / 1000)),
    verdict: verdict ?? 'nothing: rendered for you',
  }
}
