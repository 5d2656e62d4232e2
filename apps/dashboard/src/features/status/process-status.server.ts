import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientStatus } from '@repo/github'
import type { StoreStats } from '@repo/github/store'
import { readEnv } from '#server/env.ts'
import { gitHub } from '#server/github.ts'

/** What this process has done and holds; no secrets. */
export type Status = ClientStatus & {
  store: StoreStats
  shared: boolean
  /** Null where the server does not find it: the browser knows it too, from each page. */
  buildId: string | null
}

// Next tells its pages no build id: it reads this file itself, in the folder in which it was started.
// Read once, because a build that comes later is not the one that runs.
const builtId = readIfThere(join(process.cwd(), '.next/BUILD_ID'))

/** Takes the state of this process as the status page shows it. */
export function statusOfProcess(): Status {
  const { client, stores, isShared } = gitHub()
  return {
    ...client.status(),
    store: stores.shared.stats(),
    shared: isShared,
    // What was built last is not what a developer sees.
    buildId: readEnv().isDevelopment ? 'development' : builtId,
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
