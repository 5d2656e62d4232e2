import { freePort } from './programs.ts'

// Playwright loads its config in the main process and in each worker. The main process chooses the
// ports, and the workers inherit them in the environment.
async function port(name: string): Promise<number> {
  process.env[name] ??= String(await freePort())
  return Number(process.env[name])
}

const samplePort = await port('E2E_SAMPLE_PORT')
const productionPort = await port('E2E_BUILT_PORT')
const offlinePort = await port('E2E_CUT_OFF_PORT')
const rateLimitedPort = await port('E2E_LIMITED_PORT')
const devPort = await port('E2E_DEVELOPED_PORT')

/** The sample GitHub. */
export const sampleUrl = `http://127.0.0.1:${samplePort}`
/** The production build, with the sample GitHub. */
export const appUrl = `http://127.0.0.1:${productionPort}`
/** The production build with a GitHub that cannot be reached. */
export const offlineUrl = `http://127.0.0.1:${offlinePort}`
/** Another production build, for tests that use up its rate limit. */
export const rateLimitedUrl = `http://127.0.0.1:${rateLimitedPort}`
/** `next dev`, with the sample GitHub. */
export const devUrl = `http://localhost:${devPort}`

const next = 'node node_modules/next/dist/bin/next'
const dashboard = '../apps/dashboard'
// The developer's environment must not change what is tested.
const baseEnvironment = {
  CLIENT_ADDRESS_HEADER: '',
  CLIENT_HOURLY_BUDGET: '',
  EXAMPLE_REPOSITORY: '',
  GEO_HEADERS: '',
  GITHUB_CLIENT_ID: '',
  GITHUB_CLIENT_SECRET: '',
  GITHUB_TOKEN: '',
  GITHUB_URL: '',
  OTEL_EXPORTER_OTLP_ENDPOINT: '',
  REDIS_URL: '',
  REQUEST_ID_HEADER: '',
  SHARED_CACHE: '',
  VARNISH_PURGE_URL: '',
  WEBHOOK_SECRET: '',
  SAMPLE_DATA: '',
  SECURITY_CONTACT: '',
  SESSION_SECRET: '',
  SITE_URL: 'http://dashboard.test',
  VERCEL: '',
  VERCEL_PROJECT_PRODUCTION_URL: '',
}

/** The geolocation headers of the tests, which a proxy would set. */
export const geoHeaders = {
  country: 'x-test-country',
  region: 'x-test-region',
  city: 'x-test-city',
  timeZone: 'x-test-time-zone',
}

/** The secrets that encrypt the sessions of the production builds, newest first. */
export const sessionSecrets = [
  'a-secret-of-the-end-to-end-tests-0123456789',
  'an-older-secret-of-the-end-to-end-tests-012',
]

// Visitors can sign in, at the sample GitHub or with one of its tokens.
const signInEnvironment = {
  GEO_HEADERS: Object.entries(geoHeaders)
    .map((pair) => pair.join('='))
    .join(),
  GITHUB_CLIENT_ID: 'sample-client',
  GITHUB_CLIENT_SECRET: 'sample-client-secret',
  SECURITY_CONTACT: 'mailto:security@dashboard.test',
  SESSION_SECRET: sessionSecrets.join(),
}

/** The environment of a dashboard with the sample GitHub. */
export const environment = { ...baseEnvironment, ...signInEnvironment, GITHUB_API_URL: sampleUrl }

/** How to start the production build on a port, with the sample GitHub. */
export function productionServer(port: number, env: Record<string, string> = {}) {
  return {
    command: `${next} start -p ${port}`,
    cwd: dashboard,
    env: { ...environment, SITE_URL: `http://127.0.0.1:${port}`, ...env },
    url: `http://127.0.0.1:${port}/api/ready`,
  }
}

/** How to start the sample GitHub on a port. Its clock starts at `SAMPLE_NOW`, if that is set. */
export function sampleServer(port = samplePort) {
  return {
    command: 'node --import tsx src/main.ts',
    cwd: '../apps/sample-github',
    env: {
      PORT: String(port),
      SAMPLE_GITHUB_PORT: '',
      SAMPLE_ANONYMOUS: '',
      SAMPLE_NOW: process.env.SAMPLE_NOW ?? '',
    },
    url: `http://127.0.0.1:${port}/rate_limit`,
  }
}

/** The sample GitHub and the production build. */
export const productionServers = [sampleServer(), productionServer(productionPort)]

/** The servers that Playwright starts before the tests, and ends after them. */
export const servers = [
  ...productionServers,
  // Nothing listens on port 9 ("discard"). Sign-in is off on plain HTTP, except on localhost.
  productionServer(offlinePort, {
    GITHUB_API_URL: 'http://127.0.0.1:9',
    SITE_URL: baseEnvironment.SITE_URL,
  }),
  productionServer(rateLimitedPort, { SECURITY_CONTACT: '', SESSION_SECRET: '' }),
  {
    command: `${next} dev -p ${devPort}`,
    cwd: dashboard,
    env: { ...baseEnvironment, GITHUB_API_URL: sampleUrl },
    // A file, because a route would be compiled before the tests.
    url: `${devUrl}/icon.svg`,
    timeout: 120_000,
  },
]
