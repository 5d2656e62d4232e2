import { freePort } from './programs.ts'

// The config is read in the main process and in each worker: the first reading chooses the ports,
// and the environment hands them on.
async function port(name: string): Promise<number> {
  process.env[name] ??= String(await freePort())
  return Number(process.env[name])
}

const sample = await port('E2E_SAMPLE_PORT')
const built = await port('E2E_BUILT_PORT')
const cutOff = await port('E2E_CUT_OFF_PORT')
const limited = await port('E2E_LIMITED_PORT')
const developed = await port('E2E_DEVELOPED_PORT')

/** The sample GitHub. */
export const sampleUrl = `http://127.0.0.1:${sample}`
/** The production build, in front of the sample GitHub. */
export const builtUrl = `http://127.0.0.1:${built}`
/** The production build with a GitHub that nobody can reach. */
export const cutOffUrl = `http://127.0.0.1:${cutOff}`
/** The production build once more, for tests that spend its quota. */
export const limitedUrl = `http://127.0.0.1:${limited}`
/** `next dev`, in front of the sample GitHub. */
export const developedUrl = `http://localhost:${developed}`

const next = 'node node_modules/next/dist/bin/next'
const dashboard = '../apps/dashboard'
// Nothing of what a developer has set may change what is tested.
const unset = {
  GITHUB_TOKEN: '',
  REDIS_URL: '',
  SITE_URL: 'http://dashboard.test',
  VERCEL_PROJECT_PRODUCTION_URL: '',
}

/** The environment of a dashboard in front of the sample GitHub. */
export const environment = { ...unset, GITHUB_API_URL: sampleUrl }

/** How the production build is started on a port, in front of the sample GitHub. */
export function builtServer(port: number, env: Record<string, string> = {}) {
  return {
    command: `${next} start -p ${port}`,
    cwd: dashboard,
    env: { ...environment, ...env },
    url: `http://127.0.0.1:${port}/api/health`,
  }
}

/** How the sample GitHub is started. */
export const sampleServer = {
  command: 'node --import tsx src/main.ts',
  cwd: '../apps/sample-github',
  env: { PORT: String(sample) },
  url: `${sampleUrl}/rate_limit`,
}

/** What Playwright starts before the tests, and ends after them. */
export const servers = [
  sampleServer,
  builtServer(built),
  // Port 9 is "discard": nothing listens there.
  builtServer(cutOff, { GITHUB_API_URL: 'http://127.0.0.1:9' }),
  builtServer(limited),
  {
    command: `${next} dev -p ${developed}`,
    cwd: dashboard,
    env: environment,
    url: `${developedUrl}/api/health`,
    timeout: 120_000,
  },
]
