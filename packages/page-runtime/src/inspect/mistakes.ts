import type { Build } from './build.ts'
import { rulesFor } from './header-rules.ts'
import type { Page } from './project.ts'

/** What a page gets wrong about its runtime, where, and the way out. */
export type Mistake = { file: string; line: number; problem: string; wayOut: string }

/** Finds what a page's source gets wrong, before anything is built. */
export function mistakesInSource(page: Page): Mistake[] {
  const { file, asked, unread, isApi } = page
  const mistakes: Mistake[] = []
  if (unread) {
    mistakes.push({
      file,
      line: unread.line,
      problem: `config is ${unread.what}, which Next cannot read: it runs nothing to read it`,
      wayOut: "write it out in this file: export const config = { runtime: 'nodejs' }",
    })
  }
  if (asked?.runtime === 'edge' && !isApi) {
    mistakes.push({
      file,
      line: asked.line,
      problem: "a page asks for 'edge', which next dev accepts and next build refuses",
      wayOut: "ask for 'nodejs'; 'edge' is for API routes",
    })
  }
  if (isOnEdge(page) && !isApi) {
    for (const { what, line } of page.lostOnEdge) {
      mistakes.push({
        file,
        line,
        problem: `an edge page ${what}, which Next throws away on the Edge Runtime`,
        wayOut: "ask for 'nodejs', where status, headers, notFound and redirect work",
      })
    }
  }
  return mistakes
}

/** Finds what a page got from a build that it did not ask for, and what it lacks. */
export function mistakesInBuild(page: Page, { pages, rules, basePath }: Build): Mistake[] {
  const { file, route, asked, maxDuration } = page
  const line = asked?.line ?? 1
  const built = pages.get(route)
  if (!built) {
    const problem = `the build has no ${route}: it is older than the page`
    return [{ file, line, problem, wayOut: 'run next build again' }]
  }

  const mistakes: Mistake[] = []
  const isEdge = built.runtime === 'edge'
  if (asked && isEdge !== isOnEdge(page)) {
    mistakes.push({
      file,
      line,
      problem: `the page asks for '${asked.runtime}' and got ${built.runtime}`,
      wayOut: 'run next build again; if it stays so, this Next reads config otherwise',
    })
  }
  if (!isEdge && built.runtime !== 'static' && built.maxDuration !== maxDuration) {
    mistakes.push({
      file,
      line,
      problem: `the page asks for a maxDuration of ${maxDuration} and got ${built.maxDuration}`,
      wayOut: 'run next build again; if it stays so, this Next reads config otherwise',
    })
  }
  if (isEdge && !page.isApi) {
    const from = rulesFor(rules, route, basePath)
    const lacking = [from.page !== 'own' && 'its path', from.data !== 'own' && 'its data path']
    const paths = lacking.filter((path) => path !== false).join(' and ')
    if (paths !== '') {
      mistakes.push({
        file,
        line,
        problem: `an edge page has no Cache-Control rule of its own for ${paths}`,
        wayOut: 'add rules for both to headers() in next.config: an edge page cannot set headers',
      })
    }
  }
  return mistakes
}

/** Whether a page asks for the Edge Runtime, in either spelling. */
export function isOnEdge({ asked }: Page): boolean {
  return asked?.runtime === 'edge' || asked?.runtime === 'experimental-edge'
}
