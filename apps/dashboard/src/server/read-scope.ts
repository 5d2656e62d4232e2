import type { IncomingMessage, ServerResponse } from 'node:http'
import { setCacheTags } from '@repo/cache-headers'
import { createPanel, type GitHub, type GitHubCall, type ToPanel } from '@repo/github'
import type { Authenticated } from './access/authenticate.ts'
import { guardHeaders } from './guard-headers.ts'
import { createSpendRequest } from './process/client-budget.ts'
import { gitHub } from './process/github.ts'
import { logRequest } from './process/log.ts'
import { shortenWithoutPurge } from './shorten-without-purge.ts'
import { readTagField } from './tag-field.ts'

/** Access to GitHub for one request, and a record of its reads. */
export type ReadScope = {
  /** Binds GitHub to this request's deadline and trace: as the server, or with a viewer's token. */
  readGitHub: (viewer?: Authenticated) => GitHub
  /** Turns a read into a panel, which can fail without the page. */
  panel: ToPanel
  calls: readonly GitHubCall[]
  /** Whether any data so far is stale or has just changed, or any panel is temporarily unavailable. */
  isDegraded: () => boolean
}

/**
 * Opens the scope of a request: its log line, the header guard and its reads. A public response gets
 * the cache tags of all public data that was read for it.
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
  const tags = new Set<string>()
  let isDegraded = false
  function markDegraded(): void {
    isDegraded = true
  }
  function onCall(call: GitHubCall): void {
    calls.push(call)
    if (call.cacheStatus === 'stale') markDegraded()
  }
  function onTags(found: readonly string[]): void {
    for (const tag of found) tags.add(tag)
  }

  const startedAt = Date.now()
  const deadline = startedAt + deadlineMs
  const spendRequest = createSpendRequest(req)
  logRequest(req, res, calls)
  guardHeaders(res, (response) => {
    setCacheTags(response, [...tags], readTagField())
    if (tags.size > 0) shortenWithoutPurge(response)
    beforeHead(response, calls)
  })
  return {
    readGitHub: (viewer) =>
      gitHub().client.forRequest({
        deadlineMs: Math.max(deadline - Date.now(), 0),
        onCall,
        onTags,
        // GitHub accepted the token of a session when its viewer signed in.
        ...(viewer?.credential !== 'session' && { spendRequest }),
        ...(viewer && { viewerToken: viewer.token.reveal() }),
      }),
    panel: createPanel(markDegraded),
    calls,
    // A purge may have come before this response is stored.
    isDegraded: () => isDegraded || gitHub().client.hasChangedSince([...tags], startedAt),
  }
}
