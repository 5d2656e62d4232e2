import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { users } from './users.ts'

/** A page of the application, as its source in `apps/dashboard/src/pages` describes it. */
export type AppPage = {
  /** With its dynamic segments: `/repos/[owner]/[repo]`. */
  route: string
  /** Below `apps/dashboard/src/pages`. */
  file: string
  /** A path that shows the page with data. */
  path: string
  /** Pages of one template have the same layout and the same kind of content. */
  template: string
  rendering: 'ssr' | 'isr' | 'ssg'
  runtime: 'nodejs' | 'edge'
  /** Only for a viewer who is signed in. */
  isPrivate: boolean
}

const folder = join(import.meta.dirname, '../../apps/dashboard/src/pages')

// A page with another dynamic segment needs an example of it here.
const segments: Record<string, string> = {
  owner: 'acme',
  repo: 'rocket',
  chapter: 'getting-started',
}

const [privateOwner = '', privateRepo = ''] = users.ann.repo.split('/')
const privateSegments: Record<string, string> = { owner: privateOwner, repo: privateRepo }

// Pages that show little without a query.
const queries: Record<string, string> = {
  '/search': 'q=rocket',
  '/board': 'repos=acme/rocket,acme/nothing',
  '/compare': 'repos=acme/rocket,acme/monolith,nova/rocket,acme/nothing',
  '/me/compare': `repos=${encodeURIComponent(`${users.ann.repo},acme/secret-plans`)}`,
  '/learn/failures': 'fault=status-500',
}

// A page that no pattern matches is a template of its own, which it shares with a viewer's own page.
const templates: [RegExp, string][] = [
  [/^\/(404|500)$|^\/learn\/errors\/./, 'error'],
  [/^\/learn\/\[chapter\]$/, 'chapter'],
  [/^\/learn\/./, 'lesson'],
  [/^\/(me\/)?repos\/\[owner\]\/\[repo\]$/, 'overview'],
  [/^\/(me\/)?repos\/\[owner\]\/\[repo\]\/(issues|pulls)$/, 'issues or pull requests'],
  [/^\/(me\/)?repos\/\[owner\]\/\[repo\]\/(issues|pulls)\/statistics$/, 'issue statistics'],
  [/^\/(me\/)?repos\/\[owner\]\/\[repo\]\/(activity|stars)$/, 'charts'],
  [/^\/(me\/)?board$/, 'board'],
  [/^\/(me\/)?compare$/, 'comparison'],
  [/^\/(owners\/\[owner\]|me)$/, 'list of repositories'],
]

// Next's own files, routes without a page, and the probes, which a lesson requests by a script.
const notPages = /^\/(_|api\/|learn\/runtime\/probe\/)|\.(txt|xml)$/

/** Every page of the application, public ones first. */
export const appPages: readonly AppPage[] = readFiles('.tsx')
  .filter((file) => !notPages.test(routeOf(file)))
  .map(describePage)
  .toSorted((a, b) => Number(a.isPrivate) - Number(b.isPrivate) || (a.route < b.route ? -1 : 1))

/** The first page of each template. */
export const templatePages: readonly AppPage[] = appPages.filter(
  ({ template }, index) => appPages.findIndex((page) => page.template === template) === index,
)

/** Paths that show a page in a different state than its example. */
export const otherStates = [
  '/search',
  '/search?q=user:acme&language=Go&archived=no',
  '/board',
  '/compare',
  '/repos/acme/blank',
  '/repos/acme/polyglot',
  '/repos/acme/polyglot/issues?state=closed',
  '/repos/acme/quiet-corner/issues',
  '/repos/acme/rocket/pulls?state=closed',
  '/repos/acme/monolith/contributors',
  '/repos/failures/code_frequency--status-202/activity',
  '/repos/failures/languages--status-500',
  '/repos/failures/status-500',
  '/learn/public-and-private-caching',
  '/learn/getserversideprops',
  '/sign-in?error=expired',
  '/nowhere',
] as const

/** Returns a page by its route. */
export function pageOf(route: string): AppPage {
  const page = appPages.find((candidate) => candidate.route === route)
  if (!page) throw new Error(`There is no page ${route} in apps/dashboard/src/pages`)
  return page
}

/** The headers that a page needs: a viewer's credentials for a private one. */
export function viewerHeaders({ isPrivate }: AppPage): Record<string, string> {
  return isPrivate ? { authorization: `Bearer ${users.ann.token}` } : {}
}

// An API route of a viewer needs an example of each of its responses here.
const viewerApiExamples: Record<string, string[]> = {
  '/api/export/me/[file]': [
    '/api/export/me/board.json',
    `/api/export/me/compare.md?repos=${users.ann.repo}`,
  ],
  '/api/export/me/repos/[owner]/[file]': ['json', 'csv', 'md'].map(
    (format) => `/api/export/me/repos/${users.ann.repo}.${format}`,
  ),
}

/** Routes that are no pages: API routes, files for crawlers, and the probes of a lesson. */
export const otherRoutes: readonly string[] = [...readFiles('.ts'), ...readFiles('.tsx')]
  .map(routeOf)
  .filter((route) => notPages.test(route) && !route.startsWith('/_'))

/** Paths of a viewer's API routes, which require credentials; the repository in them is ann's. */
export const viewerApiPaths: readonly string[] = readFiles('.ts')
  .filter((file) => isViewersOwn(file, /\bserveViewerApi\(/))
  .flatMap((file) => {
    const examples = viewerApiExamples[routeOf(file)]
    if (examples) return examples
    throw new Error(
      `Add examples of apps/dashboard/src/pages/${file} to "viewerApiExamples" in e2e/support/pages.ts`,
    )
  })

function readFiles(extension: '.ts' | '.tsx'): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .map((file) => file.replaceAll('\\', '/'))
}

/** Whether a page or an API route is a viewer's own, by its path or by its code. */
function isViewersOwn(file: string, serves: RegExp): boolean {
  return /(^|\/)me\//.test(file) || serves.test(readFileSync(join(folder, file), 'utf8'))
}

function describePage(file: string): AppPage {
  const route = routeOf(file)
  const source = readFileSync(join(folder, file), 'utf8')
  const query = queries[route]
  return {
    route,
    file,
    path:
      route.replace(/\[(\w+)\]/g, (_, name: string) => exampleOf(name, file)) +
      (query ? `?${query}` : ''),
    template:
      templates.find(([pattern]) => pattern.test(route))?.[1] ??
      route.replace(/^\/me(?=\/repos\/)/, ''),
    rendering: renderingOf(source),
    runtime: source.includes("'experimental-edge'") ? 'edge' : 'nodejs',
    isPrivate: isViewersOwn(file, /\bserveViewerPage\(/),
  }
}

function routeOf(file: string): string {
  return `/${file.replace(/\.tsx?$/, '')}`.replace(/\/index$/, '') || '/'
}

function exampleOf(name: string, file: string): string {
  const example = (file.startsWith('me/') && privateSegments[name]) || segments[name]
  if (example !== undefined) return example
  throw new Error(
    `apps/dashboard/src/pages/${file} has the dynamic segment [${name}]: add an example of it to "segments" in e2e/support/pages.ts`,
  )
}

function renderingOf(source: string): AppPage['rendering'] {
  if (source.includes('export const getServerSideProps')) return 'ssr'
  return /\brevalidate\b/.test(source) ? 'isr' : 'ssg'
}
