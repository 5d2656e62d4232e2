import { expect, test, vi } from 'vitest'
import { GitHubError } from './github-error.ts'

test('is an instance of the class in another instance of its module', async () => {
  const error = new GitHubError('not-found', { status: 404, path: '/repos/acme/rocket' })
  vi.resetModules()
  const other = await import('./github-error.ts')

  expect(other.GitHubError).not.toBe(GitHubError)
  expect(error instanceof other.GitHubError).toBe(true)
  expect(new Error('a bug') instanceof other.GitHubError).toBe(false)
  expect((undefined as unknown) instanceof other.GitHubError).toBe(false)
})
