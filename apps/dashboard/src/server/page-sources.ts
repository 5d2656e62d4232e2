import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceName } from '../features/request/source-name.ts'

/** A page's own file, as the drawer shows it. */
export type PageSource = {
  /** From the root of the repository. */
  path: string
  code: string
  /** The same on GitHub; null where the build does not know the repository. */
  href: string | null
}

type Env = Record<string, string | undefined>

const pagesPath = 'src/pages'

/**
 * Copies the source of every page to where the browser can ask for it, in `public/page-source`. The
 * configuration of Next does it, for a build and for development: what is shown is what was built.
 */
export function writePageSources(project: string, env: Env): void {
  const target = join(project, 'public/page-source')
  const repository = repositoryUrl(project, env)
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  for (const file of readdirSync(join(project, pagesPath), { recursive: true, encoding: 'utf8' })) {
    const name = file.replaceAll('\\', '/')
    if (!name.endsWith('.tsx') || name.startsWith('_')) continue
    const path = `apps/dashboard/${pagesPath}/${name}`
    const source: PageSource = {
      path,
      code: readFileSync(join(project, pagesPath, file), 'utf8'),
      href: repository && `${repository}/${path.split('/').map(encodeURIComponent).join('/')}`,
    }
    writeFileSync(join(target, sourceName(routeOf(name))), JSON.stringify(source))
  }
}

function routeOf(file: string): string {
  const route = `/${file.replace(/\.tsx$/, '')}`.replace(/\/index$/, '')
  return route === '' ? '/' : route
}

// Of a remote's address only the names go on: it may hold a password.
function repositoryUrl(project: string, env: Env): string | null {
  const { VERCEL_GIT_REPO_OWNER: owner, VERCEL_GIT_REPO_SLUG: repo } = env
  const commit = env.VERCEL_GIT_COMMIT_SHA
  const known = env.NEXT_PUBLIC_REPOSITORY_URL
  if (known) return `${known}/blob/HEAD`
  if (owner && repo && commit) return `https://github.com/${owner}/${repo}/blob/${commit}`
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
