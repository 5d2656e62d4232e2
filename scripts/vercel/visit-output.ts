import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freePort } from '../../e2e/support/programs.ts'
import { compareHeaders } from '../deployments/compare-headers.ts'
import { findLoggedErrors } from '../deployments/response-checks.ts'
import { deploymentEnvironment, startDashboard } from '../deployments/servers.ts'
import { type Result, sendVisit, visitDeployment } from '../deployments/visit-deployment.ts'
import type { BuildOutput } from './build-output.ts'
import { serveOutput } from './serve-output.ts'

type Visited = {
  results: Result[]
  /** Lines that the functions have printed. */
  errors: string[]
  /** Compares the headers with those of `next start`. */
  compare: () => Promise<string[]>
}

type Options<Found> = {
  githubUrl: string
  /** The paths to visit; all by default. */
  paths?: readonly string[]
  /** Runs while the output is served. */
  use: (visited: Visited) => Promise<Found> | Found
}

/** Serves an output, and visits it. */
export async function visitOutput<Found>(
  output: BuildOutput,
  { githubUrl, paths, use }: Options<Found>,
): Promise<Found> {
  const logLines: string[] = []
  let errors: string[] = []
  const port = await freePort()
  const { url, end } = await serveOutput(output, {
    port,
    env: { ...deploymentEnvironment(port, githubUrl), VERCEL: '1' },
    onLogLine: (line) => logLines.push(line),
  })
  const results = await visitDeployment(url, {
    githubUrl,
    isOnVercel: true,
    paths,
    beforeFailures() {
      errors = findLoggedErrors(logLines)
    },
  })
  const compare = () => compareWithStart(output, { url, results, githubUrl })
  const found = await use({ results, errors, compare })
  await end()
  return found
}

type Compared = { url: string; results: readonly Result[]; githubUrl: string }

// A page that GitHub still computes statistics for has a short lifetime.
const SETTLING_MS = 200

/** Compares the headers of an output with those of the same build by `next start`. */
async function compareWithStart(
  { copy }: BuildOutput,
  { url, results, githubUrl }: Compared,
): Promise<string[]> {
  const reference = await startDashboard('node node_modules/next/dist/bin/next start', {
    folder: join(copy, 'apps/dashboard'),
    githubUrl,
    env: { VERCEL: '1' },
  })
  const others = await visitDeployment(reference.url, { githubUrl, isOnVercel: true })
  const differences: string[] = []
  for (const [index, { visit, response }] of results.entries()) {
    const other = others[index]?.response
    const found = other ? compareHeaders(visit, response, other) : ['nothing to compare with']
    if (found.length === 0) continue
    if (visit.step !== undefined) differences.push(...found)
    else {
      await setTimeout(SETTLING_MS)
      const again = [await sendVisit(url, visit), await sendVisit(reference.url, visit)] as const
      differences.push(...compareHeaders(visit, ...again))
    }
  }
  await reference.end()
  return differences
}
