import { securityHeaders } from '../../e2e/support/security-headers.ts'
import { assetsOf, type Result } from './visit-deployment.ts'
import { type Caching, nameOf } from './visits.ts'

/** Checks of a deployment's responses by title: each returns the problems that it finds. */
export const responseChecks: Readonly<Record<string, (results: readonly Result[]) => string[]>> = {
  'every visit has its status': findWrongStatuses,
  'every response has the security headers': findWrongSecurityHeaders,
  'every response is stored by its caches only': findWrongCaching,
  'no response contains a token': findTokens,
  'the scripts of every page are small': findLargeScripts,
}

/** The size of all scripts that a page loads at once, without compression. */
const MAX_SCRIPT_BYTES = 600_000

function findWrongStatuses(results: readonly Result[]): string[] {
  return results
    .filter(({ visit, response }) => response.status !== visit.status)
    .map(({ visit, response }) => `${nameOf(visit)}: ${response.status}, not ${visit.status}`)
}

function findWrongSecurityHeaders(results: readonly Result[]): string[] {
  return results.flatMap(({ visit, response }) =>
    Object.entries(expectedSecurityHeaders(visit.path))
      // `next start` redirects to the path without a slash before it applies its headers.
      .filter(() => response.status !== 308)
      .filter(([name, value]) => response.headers[name] !== value)
      .map(([name]) => `${nameOf(visit)}: ${name}: ${response.headers[name]}`),
  )
}

// Other sites may show images, and a chart contains its style.
function expectedSecurityHeaders(path: string): Record<string, string> {
  const isChart = path.startsWith('/api/charts/')
  const isEmbeddable = isChart || /^\/(api\/(badge|social-card)\/|social-card\.png$)/.test(path)
  return {
    ...securityHeaders,
    ...(isEmbeddable && { 'cross-origin-resource-policy': 'cross-origin' }),
    ...(isChart && {
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
    }),
  }
}

const cacheControlPatterns: Record<Caching, RegExp> = {
  // ISR pages do without `public`.
  public:
    /^(public, )?((max-age=0, must-revalidate, )?s-maxage=\d+(, stale-while-revalidate=\d+)?)$/,
  private: /^private, .*no-store/,
  file: /^public, max-age=3600$/,
  immutable: /^public, ?max-age=31536000, ?immutable$/,
}

function findWrongCaching(results: readonly Result[]): string[] {
  return results
    .filter(({ visit, response }) => {
      if (visit.caching === undefined || response.status !== visit.status) return false
      const value = response.headers['cache-control'] ?? ''
      return !cacheControlPatterns[visit.caching].test(value)
    })
    .map(
      ({ visit, response }) =>
        `${nameOf(visit)}: ${response.headers['cache-control']}, not ${visit.caching}`,
    )
}

// The formats of GitHub's tokens; those of the sample data are public.
const tokenPattern = /gh[pousr]_\w{36}|github_pat_\w{60}/

function findTokens(results: readonly Result[]): string[] {
  return results
    .filter(({ response }) => tokenPattern.test(JSON.stringify(response.headers) + response.body))
    .map(({ visit }) => `${nameOf(visit)} contains a token`)
}

function findLargeScripts(results: readonly Result[]): string[] {
  const sizes = new Map(
    results.map(({ visit, response }) => [visit.path, Buffer.byteLength(response.body)]),
  )
  return results.flatMap(({ visit, response }) => {
    const scripts = assetsOf(response).filter((path) => path.endsWith('.js'))
    const bytes = scripts.reduce((total, path) => total + (sizes.get(path) ?? 0), 0)
    return bytes > MAX_SCRIPT_BYTES ? [`${nameOf(visit)} loads ${bytes} bytes`] : []
  })
}

/** Finds the lines of a server's log that report an error. */
export function findLoggedErrors(lines: readonly string[]): string[] {
  return lines.filter((line) =>
    /^\W*\w*(error|warning)\b|"event":"(error|store|startup)"/i.test(line),
  )
}
