import { expect, onTestFinished, test, vi } from 'vitest'
import { createSession, signInEnv } from '#server/access/test-support.ts'
import { resetGitHub, startServer } from '#server/test-support.ts'
import { revokeSession } from './revoke-session.server.ts'

async function githubResponding(status: number) {
  const { url, paths } = await startServer((_request, response) => {
    response.writeHead(status).end()
  })
  for (const [name, value] of Object.entries(signInEnv)) vi.stubEnv(name, value)
  vi.stubEnv('GITHUB_API_URL', url)
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  resetGitHub()
  onTestFinished(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
    resetGitHub()
  })
  return { paths }
}

test.each([
  [204, true],
  [404, true],
  [503, false],
])('reports whether GitHub revoked the token: status %i means %s', async (status, isRevoked) => {
  const { paths } = await githubResponding(status)
  expect(await revokeSession(createSession())).toBe(isRevoked)
  expect(paths).toEqual(['/applications/client/token'])
})

test('does not revoke a pasted token', async () => {
  const { paths } = await githubResponding(503)
  expect(await revokeSession(createSession({ tokenSource: 'pasted' }))).toBe(true)
  expect(paths).toEqual([])
})

test('reports a token that the site can no longer revoke', async () => {
  await githubResponding(204)
  vi.stubEnv('GITHUB_CLIENT_ID', '')
  expect(await revokeSession(createSession())).toBe(false)
})
