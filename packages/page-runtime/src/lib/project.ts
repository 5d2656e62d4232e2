import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type PageSource, readPageSource } from './page-source.ts'

/** A page or an API route of a project. */
export type Page = PageSource & {
  route: string
  /** Path of the page's file, relative to the project's folder. */
  file: string
  isApi: boolean
}

const specialPages = ['/_app', '/_document', '/_error']

/**
 * Reads all pages of a Pages Router project, sorted by route.
 * @param extensions the project's `pageExtensions`.
 * @throws Error if the folder has no pages, or a page has a syntax error.
 */
export function readPages(
  folder: string,
  extensions: readonly string[] = ['tsx', 'ts', 'jsx', 'js'],
): Page[] {
  const pages = ['pages', join('src', 'pages')]
    .map((name) => join(folder, name))
    .find((path) => existsSync(path))
  if (pages === undefined) throw new Error(`No pages in ${folder}: looked for pages and src/pages`)

  return readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ path: join(pages, name), route: toRoute(name, extensions) }))
    .flatMap(({ path, route }) => {
      if (route === undefined || specialPages.includes(route)) return []
      const file = relative(folder, path).split(sep).join('/')
      const isApi = /^\/api(\/|$)/.test(route)
      return [{ route, file, isApi, ...readPageSource(file, readFileSync(path, 'utf8')) }]
    })
    .toSorted((a, b) => (a.route < b.route ? -1 : 1))
}

function toRoute(name: string, extensions: readonly string[]): string | undefined {
  const extension = extensions.find((candidate) => name.endsWith(`.${candidate}`))
  if (extension === undefined || name.endsWith('.d.ts')) return undefined
  const path = name
    .slice(0, -extension.length - 1)
    .split(sep)
    .join('/')
  return `/${path}`.replace(/\/index$/, '') || '/'
}
