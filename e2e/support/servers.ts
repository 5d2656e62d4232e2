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
  EXAMPLE_REPOSITORY: '',
  GEO_HEADERS: '',
  GITHUB_CLIENT_ID: '',
  GITHUB_CLIENT_SECRET: '',
  GITHUB_TOKEN: '',
  GITHUB_URL: '',
  REDIS_URL: '',
  SESSION_SECRET: '',
  SITE_URL: 'http://dashboard.test',
  VERCEL: '',
  VERCEL_PROJECT_PRODUCTION_URL: '',
}

/** The headers by which the tests say where a visitor is, as a proxy would. */
export const geoHeaders = {
  country: 'x-test-country',
  region: 'x-test-region',
  city: 'x-test-city',
  timeZone: 'x-test-time-zone',
}

/** What seals the sessions of the built servers, newest first. */
export const sessionSecrets = [
  'a-secret-of-the-end-to-end-tests-0123456789',
  'an-older-secret-of-the-end-to-end-tests-012',
]

// A visitor can sign in, at the sample GitHub or with a token of its.
const signIn = {
  GEO_HEADERS: Object.entries(geoHeaders)
    .map((pair) => pair.join('='))
    .join(),
  GITHUB_CLIENT_ID: 'sample-client',
  GITHUB_CLIENT_SECRET: 'sample-client-secret',
  SESSION_SECRET: sessionSecrets.join(),
}

/** The environment of a dashboard in front of the sample GitHub. */
export const environment = { ...unset, ...signIn, GITHUB_API_URL: sampleUrl }

/** How the production build is started on a port, in front of the sample GitHub. */
export function builtServer(port: number, env: Record<string, string> = {}) {
  return {
    command: `${next} start -p ${port}`,
    cwd: dashboard,
    env: { ...environment, SITE_URL: `http://127.0.0.1:${port}`, ...env },
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
  // Port 9 is "discard": nothing listens there. On plain http elsewhere than on this machine nobody
  // can sign in.
  builtServer(cutOff, { GITHUB_API_URL: 'http://127.0.0.1:9', SITE_URL: unset.SITE_URL }),
  builtServer(limited, { SESSION_SECRET: '' }),
  {
    command: `${next} dev -p ${developed}`,
    cwd: dashboard,
    env: { ...unset, GITHUB_API_URL: sampleUrl },
    url: `${developedUrl}/api/health`,
    timeout: 120_000,
  },
]
