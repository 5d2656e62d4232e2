import { pageOf } from '../support/pages.ts'
import { environment } from '../support/servers.ts'
import { appRouterApplication, emptyApplication } from './applications.ts'
import { measureInTurns, type Target } from './cpu-time.ts'
import { formatKB, formatRatio } from './figures.ts'
import { startDashboard, startMeasuredServer } from './measured-server.ts'
import { dataPathOf, describeDocument, load } from './responses.ts'

const JUST_STARTED = { warmUpRounds: 0, rounds: 3, requests: 300 }
// A server needs thousands of requests until all of its code is compiled.
const WARM = { warmUpRounds: 8, rounds: 9, requests: 400 }

/**
 * Compares the CPU time of the overview with that of an empty `getServerSideProps` page of a Next
 * application without anything else, and with the same overview on the App Router. Each server serves
 * only this page.
 */
export async function measureOverview(): Promise<void> {
  const { path } = pageOf('/repos/[owner]/[repo]')
  const folders = { empty: emptyApplication(), appRouter: appRouterApplication() }
  const [empty, app, appRouter] = await Promise.all([
    startMeasuredServer(folders.empty),
    startDashboard(),
    startMeasuredServer(folders.appRouter, { env: environment, readyPath: path }),
  ])
  try {
    const pages = {
      empty: { server: empty, path: '/' },
      overview: { server: app, path },
      onAppRouter: { server: appRouter, path },
    }
    for (const [name, rounds] of Object.entries({ 'just started': JUST_STARTED, warm: WARM })) {
      const times = await measureInTurns(pages, rounds)
      console.log(
        `  ${name}: ${formatRatio(times.overview, times.empty)} an empty page, ` +
          `${formatRatio(times.overview, times.onAppRouter)} the same on the App Router ` +
          `(${times.overview.toFixed(1)} ms)`,
      )
    }
    console.log(`  on the App Router: ${await describeDocument(pages.onAppRouter, pages.empty)}`)
    await compareDataRoutes(pages.empty, pages.overview)
  } finally {
    await Promise.all([empty, app, appRouter].map((server) => server.end()))
  }
}

async function compareDataRoutes(emptyPage: Target, overview: Target): Promise<void> {
  const data = { ...overview, path: await dataPathOf(overview) }
  const emptyData = { ...emptyPage, path: await dataPathOf(emptyPage) }
  const times = await measureInTurns({ data, emptyData }, WARM)
  console.log(
    `  its data route, warm: ${formatRatio(times.data, times.emptyData)} that of an empty page ` +
      `(${times.data.toFixed(1)} ms); ${formatKB(Buffer.byteLength(await load(data)))} of data`,
  )
}
