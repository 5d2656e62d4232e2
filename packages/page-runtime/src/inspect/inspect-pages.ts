import { join } from 'node:path'
import { type Build, type Built, readBuild } from './build.ts'
import { type HeaderRule, rulesFor } from './header-rules.ts'
import { isOnEdge, type Mistake, mistakesInBuild, mistakesInSource } from './mistakes.ts'
import { type Page, readPages } from './project.ts'

/** A page or an API route, and the runtime that it asks for and has. */
export type PageRow = {
  route: string
  /** The runtime in the page's `config`, if it names one. */
  asked: string | undefined
  /** The runtime that the build gave it; before a build, the one that Next gives such a page. */
  runtime: Built['runtime']
  /** Seconds after which a host may end a request. */
  maxDuration: number | undefined
  /**
   * What sets `Cache-Control`: the page, perhaps a function to which it hands its response, a rule
   * for the page or for all in `next.config`, or Next.
   */
  cacheHeaderFrom: 'page' | 'helper' | 'rule' | 'rule for all' | 'Next'
}

/** The pages of a project, and what they get wrong. */
export type Inspection = { pages: PageRow[]; mistakes: Mistake[] }

/**
 * Inspects the sources of a Pages Router project and its build.
 * @param folder is the project's, which has `pages` or `src/pages` in it.
 * @param dist is the build's folder in it.
 * @throws Error where there are no pages, no build, or a page that cannot be parsed.
 */
export function inspectPages(folder: string, dist = '.next'): Inspection {
  const build = readBuild(join(folder, dist))
  const pages = readPages(folder, build.pageExtensions)
  return {
    pages: pages.map((page) => rowOf(page, build, build.pages.get(page.route))),
    mistakes: pages.flatMap((page) => [...mistakesInSource(page), ...mistakesInBuild(page, build)]),
  }
}

type Sources = {
  /** What `headers()` of `next.config` says. */
  rules?: readonly HeaderRule[] | undefined
  /** The project's `pageExtensions`, where it has its own. */
  extensions?: readonly string[] | undefined
}

/**
 * Inspects the sources alone, before a build.
 * @throws Error where there are no pages, or one that cannot be parsed.
 */
export function inspectSources(
  folder: string,
  { rules = [], extensions }: Sources = {},
): Inspection {
  const pages = readPages(folder, extensions)
  return {
    pages: pages.map((page) => rowOf(page, { rules, basePath: '' })),
    mistakes: pages.flatMap(mistakesInSource),
  }
}

function rowOf(
  page: Page,
  { rules, basePath }: Pick<Build, 'basePath'> & { rules: readonly HeaderRule[] },
  built?: Built,
): PageRow {
  const { route, asked, maxDuration } = page
  const runtime = built?.runtime ?? expected(page)
  const rule = rulesFor(rules, route, basePath).page
  const fromRule = rule === 'own' ? 'rule' : rule === 'floor' ? 'rule for all' : 'Next'
  // What an edge page sets, Next throws away; a static page has nothing that could set it.
  const setter = runtime === 'nodejs' || page.isApi ? page.cacheHeaderSetter : undefined
  return {
    route,
    asked: asked?.runtime,
    runtime,
    maxDuration: built ? built.maxDuration : maxDuration,
    cacheHeaderFrom: setter ?? fromRule,
  }
}

function expected(page: Page): Built['runtime'] {
  if (isOnEdge(page)) return 'edge'
  return page.hasDataFunction || page.isApi ? 'nodejs' : 'static'
}
