import { audit, isDisallowed } from '../support/audit.ts'
import { pageOf, templatePages } from '../support/pages.ts'
import { emptyApplication } from './applications.ts'
import { formatRatio, median } from './figures.ts'
import { startDashboard, startMeasuredServer } from './measured-server.ts'

const RUNS = 3
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

const overview = pageOf('/repos/[owner]/[repo]').path
const paths = [
  overview,
  pageOf('/repos/[owner]/[repo]/issues').path,
  '/search?q=rocket',
  '/compare?repos=acme/rocket,acme/lunar-lander',
  '/',
  ...templatePages.filter(({ template }) => template === 'lesson').map(({ path }) => path),
]

/** The medians of several runs of Lighthouse: a score from 0 to 100 for each category, and the LCP. */
type Audit = { scores: number[]; largestPaintMs: number }

/** Audits pages with Lighthouse on a simulated phone, and compares the LCP with an empty page's. */
export async function measureInBrowser(): Promise<void> {
  const empty = await startMeasuredServer(emptyApplication())
  const app = await startDashboard()
  try {
    const { largestPaintMs: emptyMs } = await auditPage(empty.url)
    for (const path of paths) {
      const { scores, largestPaintMs } = await auditPage(app.url + path)
      const named = CATEGORIES.map((name, index) => `${name} ${scores[index]}`)
      console.log(
        `  ${path}: ${named.join(', ')}${isDisallowed(path) ? ' (disallowed by robots.txt)' : ''}; ` +
          `LCP ${formatRatio(largestPaintMs, emptyMs)} an empty page's ` +
          `(${Math.round(largestPaintMs)} ms)`,
      )
    }
  } finally {
    await Promise.all([empty.end(), app.end()])
  }
}

async function auditPage(url: string): Promise<Audit> {
  const results: Awaited<ReturnType<typeof audit>>[] = []
  for (let run = 0; run < RUNS; run++) results.push(await audit(url, CATEGORIES))
  const scoreOf = (name: string) =>
    median(results.map((result) => Math.round((result?.categories[name]?.score ?? 0) * 100)))
  return {
    scores: CATEGORIES.map(scoreOf),
    largestPaintMs: median(
      results.map(
        (result) => result?.audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
      ),
    ),
  }
}
