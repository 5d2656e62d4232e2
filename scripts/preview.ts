import { builtDashboard, cacheInFront, sampleGitHub } from './apps.ts'
import { run } from './programs.ts'

const GITHUB_API_URL = `http://127.0.0.1:${sampleGitHub.port}`
const caches = process.argv.slice(2)

await run([sampleGitHub, builtDashboard({ GITHUB_API_URL }), ...caches.map(cacheInFront)])
