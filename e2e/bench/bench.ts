import { request } from '@playwright/test'
import { startServer } from '../support/programs.ts'
import { type SampleGitHub, sampleGitHub } from '../support/sample-github.ts'
import { sampleServer } from '../support/servers.ts'
import { deleteApplications } from './applications.ts'
import { measureBoard } from './board.ts'
import { measureInBrowser } from './browser.ts'
import { measureBurst } from './burst.ts'
import { measureCaches } from './caches.ts'
import { measureCold } from './cold.ts'
import { measureInbox } from './inbox.ts'
import { measureLists } from './lists.ts'
import { measureMemory } from './memory.ts'
import { measureOverview } from './overview.ts'
import { measurePages } from './pages.ts'
import { measureRequests } from './requests.ts'
import { measureWebhooks } from './webhooks.ts'

const parts = new Map<string, (upstream: SampleGitHub) => Promise<void>>([
  ['overview', measureOverview],
  ['pages', measurePages],
  ['lists', measureLists],
  ['cold', measureCold],
  ['board', measureBoard],
  ['inbox', measureInbox],
  ['requests', measureRequests],
  ['caches', measureCaches],
  ['webhooks', measureWebhooks],
  ['burst', measureBurst],
  ['browser', measureInBrowser],
  ['memory', measureMemory],
])

const names = process.argv.length > 2 ? process.argv.slice(2) : [...parts.keys()]
const unknown = names.filter((name) => !parts.has(name))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. The parts are ${[...parts.keys()].join(', ')}.`)
  process.exit(1)
}

console.log(`Node.js ${process.version}; compare the ratios, from this run only`)
const startedAt = performance.now()
const sample = await startServer(sampleServer())
const context = await request.newContext()
try {
  for (const name of names) {
    console.log(`${name}, after ${Math.round((performance.now() - startedAt) / 1000)} s`)
    await parts.get(name)?.(sampleGitHub(context))
  }
} finally {
  deleteApplications()
  await context.dispose()
  await sample.end()
}
console.log(`Done after ${Math.round((performance.now() - startedAt) / 1000)} s`)
