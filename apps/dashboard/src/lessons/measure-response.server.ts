import { createFetch } from '@repo/github'
import { LESSON_DEADLINE_MS } from '#server/deadlines.ts'
import { readEnv } from '#server/process/env.ts'

/** The size and the field names of GitHub's response for a repository, without its values. */
export type FullResponse = { bytes: number; fields: string[] }

// GitHub's response for a repository has a few kilobytes.
const fetchWholeBody = createFetch({
  fetch: (...request) => fetch(...request),
  maxBodyBytes: 1_000_000,
})
const CACHE_TTL_MS = 3_600_000
const cache = new Map<string, { storedAt: number; response: Promise<FullResponse | null> }>()

/** Measures GitHub's response for a repository, at most once an hour; null on failure. */
export async function measureResponse(owner: string, repo: string): Promise<FullResponse | null> {
  const key = `${owner}/${repo}`
  const cached = cache.get(key)
  if (cached && Date.now() - cached.storedAt < CACHE_TTL_MS) return cached.response
  const response = fetchResponse(key).catch(() => null)
  cache.set(key, { storedAt: Date.now(), response })
  if ((await response) === null) cache.delete(key)
  return response
}

async function fetchResponse(fullName: string): Promise<FullResponse | null> {
  const { githubApiUrl, githubToken } = readEnv()
  const response = await fetchWholeBody(`${githubApiUrl}/repos/${fullName}`, {
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
