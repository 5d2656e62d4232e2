import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ClientStatus, errorRules, type GitHubErrorKind } from '@repo/github'
import type { StoreStats } from '@repo/github/store'
import { readEnv } from '#server/process/env.ts'
import { gitHub } from '#server/process/github.ts'

type ReportedError = { at: string; kind: GitHubErrorKind; status?: number | undefined }

/** The state of this process, without secrets, and without what its visitors have requested. */
export type ProcessState = Omit<ClientStatus, 'lastErrors'> & {
  lastErrors: ReportedError[]
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
  const { lastErrors, ...status } = client.status()
  return {
    ...status,
    lastErrors: lastErrors.filter(isSiteError).map(({ at, kind, status }) => ({
      at,
      kind,
      ...(status !== undefined && { status }),
    })),
    store: stores.shared.stats(),
    isShared,
    // In development, pages do not come from the last build.
    buildId: readEnv().isDevelopment ? 'development' : buildId,
  }
}

// Other errors depend on the names and queries that visitors send, and could reveal them.
function isSiteError({ kind }: ReportedError): boolean {
  return kind === 'unauthorized' || errorRules(kind).lastKnownData === 'serve'
}

function readIfExists(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
