import { expect, onTestFinished, test, vi } from 'vitest'
import { gitHub } from '#server/process/github.ts'
import { resetGitHub, startServer } from '#server/test-support.ts'
import { getProcessStatus } from './process-status.server.ts'

/** The status after reads of a repository that GitHub responds to in this way, and their requests. */
async function statusAfter(respond: (path: string) => { status: number; body?: object }) {
  const { url, paths } = await startServer((request, response) => {
    const { status, body = {} } = respond(request.url ?? '')
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  resetGitHub()
  vi.stubEnv('GITHUB_API_URL', url)
  vi.stubEnv('GITHUB_TOKEN', 'ghp_server')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const github = gitHub().client.forRequest()
  await Promise.allSettled([
    github.getRepo('acme', 'secret'),
    github.getLanguages('acme', 'secret'),
    github.getLatestRelease('acme', 'secret'),
    github.getReadme('acme', 'secret'),
  ])
  return { ...getProcessStatus(), requests: paths.toSorted() }
}

test('reports errors of GitHub without the names of repositories', async () => {
  const { requests, ...status } = await statusAfter(() => ({ status: 500 }))
  expect(requests).not.toEqual([])
  expect(status.lastErrors).not.toEqual([])
  for (const error of status.lastErrors) {
    expect(error).toEqual({ at: expect.any(String), kind: 'unreachable', status: 500 })
  }
  expect(JSON.stringify(status)).not.toContain('secret')
})

test.each([403, 404, 410, 451])(
  'reports no error for a repository with status %i',
  async (status) => {
    expect((await statusAfter(() => ({ status }))).lastErrors).toEqual([])
  },
)

test('is the same for a private repository as for a missing one', async () => {
  const body = { id: 1, full_name: 'acme/secret', private: true, tag_name: 'v1' }
  const ofPrivate = await statusAfter((path) =>
    path.endsWith('/languages') ? { status: 403 } : { status: 200, body },
  )
  expect(ofPrivate).toEqual(await statusAfter(() => ({ status: 404 })))
})
