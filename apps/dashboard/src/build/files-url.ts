import { execFileSync } from 'node:child_process'

type Env = Readonly<Record<string, string | undefined>>

/**
 * Finds the URL of this repository's files, without a trailing slash, by `NEXT_PUBLIC_REPOSITORY_URL`,
 * Vercel's variables, or the Git remote if it is on GitHub. Null if there is none.
 */
export function findFilesUrl(project: string, env: Env): string | null {
  const { VERCEL_GIT_REPO_OWNER: owner, VERCEL_GIT_REPO_SLUG: repo } = env
  const { VERCEL_GIT_COMMIT_SHA: commit, NEXT_PUBLIC_REPOSITORY_URL: repositoryUrl } = env
  if (repositoryUrl) return `${repositoryUrl}/blob/HEAD`
  if (owner && repo && commit) return `https://github.com/${owner}/${repo}/blob/${commit}`
  // Only the names of a remote are used: its URL may contain a password.
  const names = /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(readRemoteUrl(project))?.[1]
  return names ? `https://github.com/${names}/blob/HEAD` : null
}

function readRemoteUrl(project: string): string {
  try {
    return execFileSync('git', ['config', '--get', 'remote.origin.url'], {
      cwd: project,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return ''
  }
}
