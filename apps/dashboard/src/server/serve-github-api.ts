import { setCacheHeaders } from '@repo/cache-headers'
import { createPanel, type GitHub, GitHubError, type TakePanel } from '@repo/github'
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'
import { type Failure, failureOf, setFailure } from './failure.ts'
import { gitHub } from './github.ts'
import { serveApi } from './serve-api.ts'

/** What an API route answers when GitHub has failed. */
type ApiFailure = { failure: Failure['kind'] | 'not-found' }

/** Milliseconds after which a program gets what is there. */
const deadline = 8000

/** Seconds for which shared caches may keep GitHub's "not found". */
const notFoundFor = 30

/** What an API route reads GitHub with. */
export type ApiRequest = {
  github: GitHub
  panel: TakePanel
  /** Whether anything read so far is old or not ready: such an answer is kept for a moment only. */
  isUnready: () => boolean
}

/** Runs an API route that reads GitHub for everybody: its failures become statuses, kept by nobody. */
export function serveGitHubApi(
  handler: (req: NextApiRequest, res: NextApiResponse, request: ApiRequest) => Promise<unknown>,
): NextApiHandler {
  return serveApi(async (req, res, calls) => {
    let unready = false
    const github = gitHub().client.forRequest({
      deadline,
      onCall: (call) => {
        calls.push(call)
        if (call.verdict === 'stale') unready = true
      },
    })
    const panel = createPanel(() => {
      unready = true
    })
    try {
      await handler(req, res, { github, panel, isUnready: () => unready })
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
      const failure = failureOf(error)
      if (failure) {
        setFailure(res, failure)
        res.json({ failure: failure.kind } satisfies ApiFailure)
      } else {
        sendNotFound(res)
      }
    }
  })
}

/** Answers that there is no such thing, as GitHub said or as its name already tells. */
export function sendNotFound(res: NextApiResponse): void {
  setCacheHeaders(res, { scope: 'public', sMaxAge: notFoundFor, staleWhileRevalidate: 0 })
  res.status(404).json({ failure: 'not-found' } satisfies ApiFailure)
}
