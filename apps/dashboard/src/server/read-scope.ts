import type { IncomingMessage, ServerResponse } from 'node:http'
import { createPanel, type GitHub, type GitHubCall, type ToPanel } from '@repo/github'
import type { Authenticated } from './access/authenticate.ts'
import { guardHeaders } from './guard-headers.ts'
import { createSpendRequest } from './process/client-budget.ts'
import { gitHub } from './process/github.ts'
import { logRequest } from './process/log.ts'

/** Access to GitHub for one request, and a record of its reads. */
export type ReadScope = {
  /** Binds GitHub to this request's deadline and trace: as the server, or with a viewer's token. */
  readGitHub: (viewer?: Authenticated) => GitHub
  /** Turns a read into a panel, which can fail without the page. */
  panel: ToPanel
  calls: readonly GitHubCall[]
  /** Whether any data so far is stale, or any panel temporarily unavailable. */
  isDegraded: () => boolean
}

/**
 * Opens the scope of a request: its log line, the header guard and its reads.
 * @param deadlineMs the time limit for all its reads together, in milliseconds.
 * @param beforeHead runs last, when the status and the cache headers are final.
 */
export function openScope(
  req: IncomingMessage,
  res: ServerResponse,
  deadlineMs: number,
  beforeHead: (res: ServerResponse, calls: readonly GitHubCall[]) => void = () => {},
): ReadScope {
  const calls: GitHubCall[] = []
  let isDegraded = false
  function markDegraded(): void {
    isDegraded = true
  }
  function onCall(call: GitHubCall): void {
    calls.push(call)
    if (call.cacheStatus === 'stale') markDegraded()
  }

  const deadline = Date.now() + deadlineMs
  const spendRequest = createSpendRequest(req)
  logRequest(req, res, calls)
  guardHeaders(res, (response) => beforeHead(response, calls))
  return {
    readGitHub: (viewer) =>
      gitHub().client.forRequest({
        deadlineMs: Math.max(deadline - Date.now(), 0),
        onCall,
        // GitHub accepted the token of a session when its viewer signed in.
        ...(viewer?.credential !== 'session' && { spendRequest }),
        ...(viewer && { viewerToken: viewer.token.reveal() }),
      }),
    panel: createPanel(markDegraded),
    calls,
    isDegraded: () => isDegraded,
  }
}
