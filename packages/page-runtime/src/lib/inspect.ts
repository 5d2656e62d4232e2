import { join } from 'node:path'
import { type Build, type BuiltPage, readBuild } from './build.ts'
import {
  buildDiagnostics,
  type Diagnostic,
  requestsEdge,
  sourceDiagnostics,
} from './diagnostics.ts'
import { type HeaderRule, headerRuleKinds } from './header-rules.ts'
import { type Page, readPages } from './project.ts'

export type { Diagnostic, HeaderRule }

/** A page or an API route with its requested and its actual runtime. */
export type PageRow = {
  route: string
  /** The runtime in the page's `config`, if any. */
  requestedRuntime: string | undefined
  /** The runtime in the build; before a build, the one that Next will choose. */
  runtime: BuiltPage['runtime']
  /** Seconds after which a host may end a request. */
  maxDuration: number | undefined
  /**
   * What sets `Cache-Control`: the page itself; a helper to which it passes its response; a rule of
   * `next.config` for the page or for all pages; or Next.
   */
  cacheControlSource: 'page' | 'helper' | 'rule' | 'default rule' | 'Next'
}

/** The pages of a project, and the problems found. */
export type Inspection = { pages: PageRow[]; diagnostics: Diagnostic[] }

/**
 * Inspects the sources and the build of a Pages Router project.
 * @param folder the project's folder, which contains `pages` or `src/pages`.
 * @param distDir the build's folder, relative to `folder`.
 * @throws Error if there are no pages, no build, or a page has a syntax error.
 */
export function inspectPages(folder: string, distDir = '.next'): Inspection {
  const build = readBuild(join(folder, distDir))
  const pages = readPages(folder, build.pageExtensions)
  return {
    pages: pages.map((page) => toRow(page, build, build.pages.get(page.route))),
    diagnostics: pages.flatMap((page) => [
      ...sourceDiagnostics(page),
      ...buildDiagnostics(page, build),
    ]),
  }
}

type SourceOptions = {
  /** The rules of `headers()` in `next.config`. */
  rules?: readonly HeaderRule[] | undefined
  /** The project's `pageExtensions`, if not Next's defaults. */
  extensions?: readonly string[] | undefined
}

/**
 * Inspects the sources of a Pages Router project before a build.
 * @throws Error if there are no pages, or a page has a syntax error.
 */
export function inspectSources(
  folder: string,
  { rules = [], extensions }: SourceOptions = {},
): Inspection {
  const pages = readPages(folder, extensions)
  return {
    pages: pages.map((page) => toRow(page, { rules, basePath: '' })),
    diagnostics: pages.flatMap(sourceDiagnostics),
  }
}

function toRow(
  page: Page,
  { rules, basePath }: Pick<Build, 'basePath'> & { rules: readonly HeaderRule[] },
  built?: BuiltPage,
): PageRow {
  const { route, requested, maxDuration } = page
  const runtime = built?.runtime ?? expectedRuntime(page)
  const rule = headerRuleKinds(rules, route, basePath).page
  const fromRule = rule === 'own' ? 'rule' : rule === 'default' ? 'default rule' : 'Next'
  // Next drops the headers that an edge page sets; a static page cannot set any.
  const setter = runtime === 'nodejs' || page.isApi ? page.cacheControlSetter : undefined
  return {
    route,
    requestedRuntime: requested?.runtime,
    runtime,
    maxDuration: built ? built.maxDuration : maxDuration,
    cacheControlSource: setter ?? fromRule,
  }
}

function expectedRuntime(page: Page): BuiltPage['runtime'] {
  if (requestsEdge(page)) return 'edge'
  return page.hasDataFunction || page.isApi ? 'nodejs' : 'static'
}
