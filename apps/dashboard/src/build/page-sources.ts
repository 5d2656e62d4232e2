import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PageSource, sourceFileName } from '#devtools/page-source.ts'
import { findFilesUrl } from './files-url.ts'
import { markServerLines } from './server-lines.ts'

const pagesPath = 'src/pages'

/**
 * Writes the source of every page to `public/page-source`, where the browser can load it.
 * `next.config` calls it for a build and for development, so the inspector shows what was built.
 * @param highlight Returns code as HTML with a class for each token.
 */
export function writePageSources(
  project: string,
  env: Readonly<Record<string, string | undefined>>,
  highlight: (code: string) => string,
): void {
  const filesUrl = findFilesUrl(project, env)
  const sources = readdirSync(join(project, pagesPath), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.tsx') && !name.startsWith('_'))
    .map((name): [string, PageSource] => {
      const path = `apps/dashboard/${pagesPath}/${name}`
      const code = readFileSync(join(project, pagesPath, name), 'utf8')
      const source = {
        path,
        html: markServerLines(code, highlight),
        href: filesUrl && `${filesUrl}/${path.split('/').map(encodeURIComponent).join('/')}`,
      }
      return [sourceFileName(routeOf(name)), source]
    })

  const target = join(project, 'public/page-source')
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  for (const [name, source] of sources) writeFileSync(join(target, name), JSON.stringify(source))
}

function routeOf(file: string): string {
  const route = `/${file.replace(/\.tsx$/, '')}`.replace(/\/index$/, '')
  return route === '' ? '/' : route
}
