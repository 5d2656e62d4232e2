import { randomBytes } from 'node:crypto'
import { builtDashboard, cacheInFront, sampleGitHub } from './apps.ts'
import { run } from './programs.ts'

const env = {
  GITHUB_API_URL: `http://127.0.0.1:${sampleGitHub.port}`,
  GITHUB_CLIENT_ID: 'sample-client',
  GITHUB_CLIENT_SECRET: 'sample-client-secret',
  // Sessions end with the preview.
  SESSION_SECRET: randomBytes(32).toString('hex'),
}
const caches = process.argv.slice(2)

await run([sampleGitHub, builtDashboard(env), ...caches.map(cacheInFront)])
