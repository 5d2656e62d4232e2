import { type AppPage, pageOf, templatePages, viewerHeaders } from '../support/pages.ts'
import { emptyApplication } from './applications.ts'
import { measureInTurns, type Target } from './cpu-time.ts'
import { formatRatio } from './figures.ts'
import { startDashboard, startMeasuredServer } from './measured-server.ts'
import { describeDocument } from './responses.ts'

const ROUNDS = { warmUpRounds: 4, rounds: 5, requests: 1600 }

// Pages in a state that costs less than their example.
const otherStates: AppPage[] = [
  { ...pageOf('/search'), path: '/search' },
  { ...pageOf('/compare'), path: '/compare?repos=acme/rocket,acme/lunar-lander' },
]
const pages = [...templatePages, ...otherStates].filter(
  ({ template, rendering }) => template !== 'error' && rendering === 'ssr',
)

/**
 * Compares a server-rendered page of each template with an empty `getServerSideProps` page of a Next application
 * without anything else: the CPU time of a warm server that serves all of them, and what the browser
 * loads.
 */
export async function measurePages(): Promise<void> {
  const empty = await startMeasuredServer(emptyApplication())
  const app = await startDashboard()
  try {
    const emptyPage: Target = { server: empty, path: '/' }
    const targets = new Map<string, Target>(
      pages.map((page) => [
        page.path,
        { server: app, path: page.path, headers: viewerHeaders(page) },
      ]),
    )
    const times: Record<string, number> = await measureInTurns(
      { 'empty page': emptyPage, ...Object.fromEntries(targets) },
      ROUNDS,
    )
    const emptyMs = times['empty page'] ?? Number.NaN
    for (const [path, target] of targets) {
      const cpuMs = times[path] ?? Number.NaN
      console.log(
        `  ${path}: ${formatRatio(cpuMs, emptyMs)} an empty page (${cpuMs.toFixed(1)} ms); ` +
          (await describeDocument(target, emptyPage)),
      )
    }
  } finally {
    await Promise.all([empty.end(), app.end()])
  }
}
