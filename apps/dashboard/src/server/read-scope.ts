import type { IncomingMessage, ServerResponse } from 'node:http'
import { setCacheTags } from '@repo/cache-headers'
import { createPanel, type GitHub, type GitHubCall, type ToPanel } from '@repo/github'
import type { Authenticated } from './access/authenticate.ts'
import { guardHeaders } from './guard-headers.ts'
import { createSpendRequest } from './process/client-budget.ts'
import { readEnv } from './process/env.ts'
import { gitHub } from './process/github.ts'
import { logRequest } from './process/log.ts'
import { telemetry } from './process/telemetry.ts'
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
  /** What the page follows while it is open; undefined without webhooks, or if it shows no repository. */
  follow: () => Follow | undefined
}

/** What an open page follows. */
export type Follow = {
  /** The tag of the repository that it shows. */
  tag: string
  /** The time of the last announced change that it shows, in milliseconds since 1970; 0 if there is none. */
  version: number
  /** Whether this server announces changes to open pages. */
  isStreamed: boolean
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
  function onCall(call: GitHubCall, route: string): void {
    calls.push(call)
    telemetry()?.recordCall(call, route)
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
    follow() {
      const [tag, ...more] = [...tags].filter((found) => found.startsWith('repo:'))
      const { webhookSecrets, isOnVercel } = readEnv()
      if (tag === undefined || more.length > 0 || webhookSecrets.length === 0) return undefined
      const announcedAt = gitHub().stores.announcements.latest([tag])
      // Reads from before a change that was announced during this request may be in the page.
      const version = Math.min(announcedAt, startedAt - 1)
      // There, each stream would keep a function running.
      return { tag, version, isStreamed: !isOnVercel }
    },
    isDegraded: () => isDegraded || gitHub().client.hasChangedSince([...tags], startedAt),
  }
}
