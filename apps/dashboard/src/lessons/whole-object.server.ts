import { LESSON_DEADLINE_MS } from '#server/deadlines.ts'
import { readEnv } from '#server/env.ts'

/** What GitHub sends for a repository, by its size and by the names of what is in it; no values. */
export type WholeObject = { bytes: number; fields: string[] }

const keptFor = 3_600_000
const kept = new Map<string, { at: number; whole: Promise<WholeObject | null> }>()

/** Measures the whole of GitHub's answer for a repository, at most once an hour; null without one. */
export async function wholeObject(owner: string, repo: string): Promise<WholeObject | null> {
  const key = `${owner}/${repo}`
  const known = kept.get(key)
  if (known && Date.now() - known.at < keptFor) return known.whole
  const whole = measured(key).catch(() => null)
  kept.set(key, { at: Date.now(), whole })
  // A failure is nothing to keep.
  if ((await whole) === null) kept.delete(key)
  return whole
}

async function measured(key: string): Promise<WholeObject | null> {
  const { githubApiUrl, githubToken } = readEnv()
  const response = await fetch(`${githubApiUrl}/repos/${key}`, {
    headers: {
      'user-agent': 'repo-dashboard',
      ...(githubToken !== undefined && { authorization: `Bearer ${githubToken}` }),
    },
    signal: AbortSignal.timeout(LESSON_DEADLINE_MS),
  })
  const text = await response.text()
  const body: unknown = JSON.parse(text)
  if (!response.ok || typeof body !== 'object' || body === null) return null
  return { bytes: Buffer.byteLength(text), fields: Object.keys(body) }
}
