import { ScrollArea } from '@repo/ui/scroll-area'
import { useState } from 'react'
import { ClockTime } from './clock-time.tsx'
import styles from './lesson.module.css'

type Answer = { askedAt: string; renderedAt: string; age: number; verdict: string }

/** Asks for the page's own address again, and lists what came back. Without JavaScript: a reload. */
export function AskAgain() {
  const [answers, setAnswers] = useState<Answer[]>([])

  async function ask() {
    const answer = await askOnce()
    setAnswers((before) => [answer, ...before].slice(0, mostAnswers))
  }

  return (
    <>
      <p>
        <button type="button" className={styles.button} onClick={ask}>
          Ask for this page again
        </button>
      </p>
      {answers.length > 0 && (
        <ScrollArea label="What came back">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Asked at</th>
                <th scope="col">Rendered at</th>
                <th scope="col">Age</th>
                <th scope="col">The cache says</th>
              </tr>
            </thead>
            <tbody>
              {answers.map(({ askedAt, renderedAt, age, verdict }) => (
                <tr key={askedAt}>
                  <td>
                    <ClockTime moment={askedAt} />
                  </td>
                  <td>
                    <ClockTime moment={renderedAt} />
                  </td>
                  <td>{age} s</td>
                  <td>{verdict}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
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
