import { expect, test, vi } from 'vitest'
import { createSession, startSignInGitHub } from '#server/access/test-support.ts'
import { revokeSession } from './revoke-session.server.ts'

function githubResponding(status: number) {
  return startSignInGitHub((_request, response) => {
    response.writeHead(status).end()
  })
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
