import { execFileSync } from 'node:child_process'

type Env = Readonly<Record<string, string | undefined>>

/**
 * Where the files of this repository can be read, without a slash at its end, as far as a build knows:
 * it is told, Vercel tells it, or the repository was cloned from GitHub. Null for none.
 */
export function filesUrl(project: string, env: Env): string | null {
  const { VERCEL_GIT_REPO_OWNER: owner, VERCEL_GIT_REPO_SLUG: repo } = env
  const commit = env.VERCEL_GIT_COMMIT_SHA
  const known = env.NEXT_PUBLIC_REPOSITORY_URL
  if (known) return `${known}/blob/HEAD`
  if (owner && repo && commit) return `https://github.com/${owner}/${repo}/blob/${commit}`
  // Of a remote's address only the names go on: it may hold a password.
  const names = /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(remote(project))?.[1]
  return names ? `https://github.com/${names}/blob/HEAD` : null
}

function remote(project: string): string {
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
