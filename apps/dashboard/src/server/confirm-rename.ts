import { type GitHub, GitHubError } from '@repo/github'

/**
 * Runs reads of a repository. Throws `renamed` only if a read of the new name confirms it. If a
 * repository was renamed and then renamed back, stored responses for both names may redirect to
 * each other: then it reads once more.
 */
export async function confirmRename<T>(
  openGitHub: () => GitHub,
  read: (github: GitHub) => Promise<T>,
): Promise<T> {
  try {
    return await read(openGitHub())
  } catch (error) {
    if (!isRenamed(error) || (await hasName(openGitHub(), error.fullName))) throw error
  }
  // The read of the other name has deleted the outdated response.
  try {
    return await read(openGitHub())
  } catch (error) {
    if (!isRenamed(error)) throw error
    const { path } = error
    throw new GitHubError('unreachable', { path, reason: 'its names redirect to each other' })
  }
}

function isRenamed(error: unknown): error is GitHubError {
  return error instanceof GitHubError && error.kind === 'renamed'
}

/** Whether a repository has this name now; throws any other error of the read. */
async function hasName(github: GitHub, fullName = ''): Promise<boolean> {
  const [owner = '', repo = ''] = fullName.split('/')
  try {
    await github.getRepo(owner, repo)
    return true
  } catch (error) {
    if (isRenamed(error)) return false
    throw error
  }
}
