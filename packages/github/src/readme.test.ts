import { createClient, createPanel } from '@repo/github'
import { createStores } from '@repo/github/store'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from './test-support/github.ts'

test('README example', async () => {
  const { url: baseUrl, requests } = await startServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    const isRepo = /^\/repos\/octocat\/[\w-]+$/.test(request.url ?? '')
    response.statusCode = isRepo || request.url?.endsWith('/languages') ? 200 : 404
    const repo = { id: 1, full_name: request.url?.slice('/repos/'.length), private: false }
    response.end(JSON.stringify(isRepo ? repo : { Ruby: 3, C: 1 }))
  })
  let isDegraded = false

  // Once for a process: its cache, and its rate limits.
  const stores = createStores()
  const client = createClient({ baseUrl, stores })

  // Once for a request: one deadline, and a function for the parts of a page that can fail.
  const github = client.forRequest({ deadlineMs: 4000 })
  const panel = createPanel(() => {
    isDegraded = true
  })

  // A read returns validated data with its age, or throws a GitHubError.
  const { data, asOf } = await github.getLanguages('octocat', 'hello-world')

  // A panel turns a GitHubError into a state, except too-many-requests, which it rethrows.
  const release = await panel(github.getLatestRelease('octocat', 'private-world'))

  onTestFinished(() => stores.close())
  expect(data).toEqual([
    { name: 'Ruby', share: 0.75 },
    { name: 'C', share: 0.25 },
  ])
  expect(asOf).toMatch(/^\d{4}-.*Z$/)
  expect(release.state).toBe('ready')
  expect(isDegraded).toBe(false)
  // Both repositories were found public.
  expect(requests).toHaveLength(4)
})
