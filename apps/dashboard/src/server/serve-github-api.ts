import { setCacheHeaders } from '@repo/cache-headers'
import { type GitHub, GitHubError } from '@repo/github'
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'
import { type Failure, failureOf, setFailure } from './failure.ts'
import { gitHub } from './github.ts'
import { serveApi } from './serve-api.ts'

/** What an API route answers when GitHub has failed. */
export type ApiFailure = { failure: Failure['kind'] | 'not-found' }

/** Milliseconds after which a program gets what is there. */
const deadline = 8000

/** Seconds for which shared caches may keep GitHub's "not found". */
const notFoundFor = 30

/** Runs an API route that reads GitHub for everybody: its failures become statuses, kept by nobody. */
export function serveGitHubApi<Body>(
  handler: (req: NextApiRequest, res: NextApiResponse<Body>, github: GitHub) => Promise<unknown>,
): NextApiHandler<Body | ApiFailure> {
  return serveApi<Body | ApiFailure>(async (req, res, calls) => {
    const github = gitHub().client.forRequest({ deadline, onCall: (call) => calls.push(call) })
    try {
      await handler(req, res, github)
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
      const failure = failureOf(error)
      if (failure) {
        setFailure(res, failure)
        res.json({ failure: failure.kind })
      } else {
        setCacheHeaders(res, { audience: 'everyone', freshFor: notFoundFor, staleFor: 0 })
        res.status(404).json({ failure: 'not-found' })
      }
    }
  })
}
