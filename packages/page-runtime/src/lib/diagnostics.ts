import type { Build } from './build.ts'
import { headerRuleKinds } from './header-rules.ts'
import type { Page } from './project.ts'

/** A problem with a page's runtime: its location, and how to fix it. */
export type Diagnostic = { file: string; line: number; message: string; suggestion: string }

/** Checks a page's source, before a build. */
export function sourceDiagnostics(page: Page): Diagnostic[] {
  const { file, requested, unreadable, isApi } = page
  const diagnostics: Diagnostic[] = []
  if (unreadable) {
    diagnostics.push({
      file,
      line: unreadable.line,
      message: `config is ${unreadable.description}; Next reads config without running code`,
      suggestion: "write a literal in this file: export const config = { runtime: 'nodejs' }",
    })
  }
  if (requested?.runtime === 'edge' && !isApi) {
    diagnostics.push({
      file,
      line: requested.line,
      message: "page requests 'edge', which next dev accepts but next build rejects",
      suggestion: "use 'nodejs'; 'edge' is only for API routes",
    })
  }
  if (requestsEdge(page) && !isApi) {
    for (const { description, line } of page.unsupportedAtEdge) {
      diagnostics.push({
        file,
        line,
        message: `edge page ${description}, which the Edge Runtime does not support`,
        suggestion: "use 'nodejs', which supports status, headers, notFound and redirect",
      })
    }
  }
  return diagnostics
}

/** Compares a page with its build. */
export function buildDiagnostics(page: Page, { pages, rules, basePath }: Build): Diagnostic[] {
  const { file, route, requested, maxDuration } = page
  const line = requested?.line ?? 1
  const built = pages.get(route)
  if (!built) {
    const message = `the build has no ${route}: the page is newer than the build`
    return [{ file, line, message, suggestion: 'run next build again' }]
  }

  const diagnostics: Diagnostic[] = []
  const isEdge = built.runtime === 'edge'
  if (requested && isEdge !== requestsEdge(page)) {
    diagnostics.push({
      file,
      line,
      message: `page requests '${requested.runtime}' but the build has ${built.runtime}`,
      suggestion: rebuild,
    })
  }
  if (!isEdge && built.runtime !== 'static' && built.maxDuration !== maxDuration) {
    diagnostics.push({
      file,
      line,
      message: `page requests maxDuration ${maxDuration} but the build has ${built.maxDuration}`,
      suggestion: rebuild,
    })
  }
  if (isEdge && !page.isApi) {
    const rule = headerRuleKinds(rules, route, basePath)
    const missing = [rule.page !== 'own' && 'its path', rule.data !== 'own' && 'its data path']
    const paths = missing.filter((path) => path !== false).join(' and ')
    if (paths !== '') {
      diagnostics.push({
        file,
        line,
        message: `edge page has no Cache-Control rule of its own for ${paths}`,
        suggestion:
          'add rules for both paths to headers() in next.config; an edge page cannot set headers',
      })
    }
  }
  return diagnostics
}

const rebuild =
  'run next build again; if this persists, this version of Next reads config differently'

/** Whether a page requests the Edge Runtime, in either spelling. */
export function requestsEdge({ requested }: Page): boolean {
  return requested?.runtime === 'edge' || requested?.runtime === 'experimental-edge'
}
