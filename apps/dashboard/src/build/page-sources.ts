import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PageSource, sourceFileName } from '#devtools/page-source.ts'
import { findFilesUrl } from './files-url.ts'

const pagesPath = 'src/pages'

/**
 * Copies the source of every page to `public/page-source`, where the browser can load it.
 * `next.config` calls it for a build and for development, so the inspector shows what was built.
 */
export function writePageSources(
  project: string,
  env: Readonly<Record<string, string | undefined>>,
): void {
  const target = join(project, 'public/page-source')
  const filesUrl = findFilesUrl(project, env)
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  for (const file of readdirSync(join(project, pagesPath), { recursive: true, encoding: 'utf8' })) {
    const name = file.replaceAll('\\', '/')
    if (!name.endsWith('.tsx') || name.startsWith('_')) continue
    const path = `apps/dashboard/${pagesPath}/${name}`
    const source: PageSource = {
      path,
      code: readFileSync(join(project, pagesPath, file), 'utf8'),
      href: filesUrl && `${filesUrl}/${path.split('/').map(encodeURIComponent).join('/')}`,
    }
    writeFileSync(join(target, sourceFileName(routeOf(name))), JSON.stringify(source))
  }
}

function routeOf(file: string): string {
  const route = `/${file.replace(/\.tsx$/, '')}`.replace(/\/index$/, '')
  return route === '' ? '/' : route
}
