import type { IncomingMessage, ServerResponse } from 'node:http'
import { createPanel, type GitHub, type GitHubCall, type ToPanel } from '@repo/github'
import { guardHeaders } from './guard-headers.ts'
import { gitHub } from './process/github.ts'
import { logRequest } from './process/log.ts'

/** What one request reads GitHub with, and what its reads have come to. */
export type ReadScope = {
  /** Binds GitHub to this request's deadline and trace: as the server, or with a viewer's token. */
  readGitHub: (viewerToken?: string) => GitHub
  /** Turns a read into a panel, which can fail without the page. */
  panel: ToPanel
  calls: readonly GitHubCall[]
  /** Whether any data so far is stale, or a panel unavailable for the moment. */
  isDegraded: () => boolean
}

/**
 * Opens the scope of a request: its log line, the header guard and its reads.
 * @param deadline milliseconds that its reads may take together.
 * @param beforeHead runs last, when the status and the cache headers are final.
 */
export function openScope(
  req: IncomingMessage,
  res: ServerResponse,
  deadline: number,
  beforeHead: (res: ServerResponse, calls: readonly GitHubCall[]) => void = () => {},
): ReadScope {
  const calls: GitHubCall[] = []
  let degraded = false
  function degrade(): void {
    degraded = true
  }
  function onCall(call: GitHubCall): void {
    calls.push(call)
    if (call.cacheStatus === 'stale') degrade()
  }

  logRequest(req, res, calls)
  guardHeaders(res, (response) => beforeHead(response, calls))
  return {
    readGitHub: (viewerToken) =>
      gitHub().client.forRequest({ deadlineMs: deadline, onCall, viewerToken }),
    panel: createPanel(degrade),
    calls,
    isDegraded: () => degraded,
  }
}
