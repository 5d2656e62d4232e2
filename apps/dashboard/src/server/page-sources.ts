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

const pagesPath = 'src/pages'

/**
 * Copies the source of every page to where the browser can ask for it, in `public/page-source`. The
 * configuration of Next does it, for a build and for development: what is shown is what was built.
 */
export function writePageSources(project: string): void {
  const target = join(project, 'public/page-source')
  const repository = repositoryUrl(project)
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
function repositoryUrl(project: string): string | null {
  const { VERCEL_GIT_REPO_OWNER, VERCEL_GIT_REPO_SLUG, VERCEL_GIT_COMMIT_SHA } = process.env
  if (VERCEL_GIT_REPO_OWNER && VERCEL_GIT_REPO_SLUG && VERCEL_GIT_COMMIT_SHA) {
    return `https://github.com/${VERCEL_GIT_REPO_OWNER}/${VERCEL_GIT_REPO_SLUG}/blob/${VERCEL_GIT_COMMIT_SHA}`
  }
  const [, owner, repo] =
    /github\.com[:/]([\w.-]+)\/([\w.-]+?)(?:\.git)?$/.exec(remote(project)) ?? []
  return owner && repo ? `https://github.com/${owner}/${repo}/blob/HEAD` : null
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
