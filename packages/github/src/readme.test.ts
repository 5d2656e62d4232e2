import { createClient, createPanel } from '@repo/github'
import { createStores } from '@repo/github/store'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from './test-support/github.ts'

test('README example', async () => {
  const { url: baseUrl, requests } = await startServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.statusCode = request.url?.endsWith('/languages') ? 200 : 404
    response.end('{"Ruby": 3, "C": 1}')
  })
  const unready: string[] = []

  // Once for a process: what it remembers, and what it knows of the limits.
  const stores = createStores()
  const client = createClient({ baseUrl, stores })

  // Once for a request: one deadline, and what a page takes as parts that may fail alone.
  const github = client.forRequest({ deadlineMs: 4000 })
  const panel = createPanel(() => unready.push('keep the page for a moment only'))

  // A read answers with checked data and its age, or throws a GitHubError.
  const { data, asOf } = await github.getLanguages('octocat', 'hello-world')

  // A panel answers in any case: with the same, or with why there is nothing.
  const release = await panel(github.getLatestRelease('octocat', 'private-world'))

  onTestFinished(() => stores.close())
  expect(data).toEqual([
    { name: 'Ruby', share: 0.75 },
    { name: 'C', share: 0.25 },
  ])
  expect(asOf).toMatch(/^\d{4}-.*Z$/)
  expect(release.state).toBe('ready')
  expect(unready).toEqual([])
  expect(requests).toHaveLength(2)
})
