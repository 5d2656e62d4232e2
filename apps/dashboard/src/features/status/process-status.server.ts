import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientStatus } from '@repo/github'
import type { StoreStats } from '@repo/github/store'
import { readEnv } from '#server/process/env.ts'
import { gitHub } from '#server/process/github.ts'

/** The state of this process, without secrets. */
export type ProcessState = ClientStatus & {
  store: StoreStats
  isShared: boolean
  /** Null when the server cannot read it; the browser reads it from the page. */
  buildId: string | null
}

// Next does not pass the build id to pages. Read once: a later build is not the running one.
const buildId = readIfExists(join(process.cwd(), '.next/BUILD_ID'))

/** Returns the state of this process. */
export function getProcessStatus(): ProcessState {
  const { client, stores, isShared } = gitHub()
  return {
    ...client.status(),
    store: stores.shared.stats(),
    isShared,
    // In development, pages do not come from the last build.
    buildId: readEnv().isDevelopment ? 'development' : buildId,
  }
}

function readIfExists(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
