import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  dashboardPort,
  parseCacheName,
  productionDashboard,
  sampleGitHub,
  sharedCache,
  sharedCacheEnv,
} from './apps.ts'
import { exitWithError, requireFreePorts, runPrograms } from './programs.ts'

const [cacheName, ...others] = process.argv.slice(2)
if (others.length > 0) exitWithError('`pnpm preview` takes at most one cache')
const port = dashboardPort()
const sample = sampleGitHub()
const cache = cacheName === undefined ? undefined : parseCacheName(cacheName)
const caches = cache === undefined ? [] : [sharedCache(cache)]
// A build takes a minute, so arguments and ports are checked first.
await requireFreePorts([sample, { port, portVariable: 'PORT' }, ...caches])

const { status } = spawnSync('turbo', ['run', 'build'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (status !== 0) process.exit(status ?? 1)

const env = {
  GITHUB_API_URL: `http://127.0.0.1:${sample.port}`,
  GITHUB_CLIENT_ID: 'sample-client',
  GITHUB_CLIENT_SECRET: 'sample-client-secret',
  // Sessions end with the preview.
  SESSION_SECRET: randomBytes(32).toString('hex'),
  WEBHOOK_SECRET: randomBytes(32).toString('hex'),
  SITE_URL: `http://localhost:${port}`,
  ...(cache !== undefined && sharedCacheEnv(cache)),
  ...(process.env.SITE_URL && { SITE_URL: process.env.SITE_URL }),
}
await runPrograms([sample, productionDashboard(env), ...caches])
