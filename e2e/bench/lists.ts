import { measureInTurns, type Target } from './cpu-time.ts'
import { formatRatio } from './figures.ts'
import { startDashboard } from './measured-server.ts'
import { findProps, load } from './responses.ts'
import { startUpstreamProxy } from './upstream-proxy.ts'

const PATH = '/repos/acme/monolith/issues'
const SIZES = [10, 30, 100]
const ROUNDS = { warmUpRounds: 8, rounds: 5, requests: 200 }

/** Measures how the CPU time of a list page grows with its items. */
export async function measureLists(): Promise<void> {
  const proxies = await Promise.all(
    // Pages of another size than the dashboard's.
    SIZES.map((size) =>
      startUpstreamProxy((path) => path.replace(/\bper_page=30\b/, `per_page=${size}`)),
    ),
  )
  const servers = await Promise.all(
    proxies.map(({ url }) => startDashboard({ GITHUB_API_URL: url })),
  )
  try {
    const pages: Record<string, Target> = Object.fromEntries(
      servers.map((server, index) => [SIZES[index], { server, path: PATH }]),
    )
    const times = await measureInTurns(pages, ROUNDS)
    for (const [size, page] of Object.entries(pages)) {
      const cpuMs = times[size] ?? Number.NaN
      console.log(
        `  ${await countItems(page)} issues: ${formatRatio(cpuMs, times[30] ?? Number.NaN)} the ` +
          `page with 30 (${cpuMs.toFixed(1)} ms)`,
      )
    }
  } finally {
    await Promise.all([...servers, ...proxies].map((each) => each.end()))
  }
}

type NextData = { props: { pageProps: { issues: { data: { items: unknown[] } } } } }

/** Counts the issues in a page's props, to show that the proxy's page size took effect. */
async function countItems(page: Target): Promise<number> {
  const { props }: NextData = JSON.parse(findProps(await load(page)) ?? '')
  return props.pageProps.issues.data.items.length
}
