import { setCacheHeaders } from '@repo/cache-headers'
import { type Call, GitHubError } from '@repo/github'
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'
import { type Failure, failureOf, setFailure } from './failure.ts'
import { guardHeaders } from './guard-headers.ts'
import { logRequest } from './request-log.ts'

/** What an API route says in place of its answer. */
export type ApiFailure = { failure: Failure | { kind: 'not-found' } }

/**
 * Runs an API route that is read only, under the same guard as a page: 405 for other methods, and
 * GitHub's failures as JSON with the status that a page would have.
 */
export function serveApi<Body>(
  handler: (req: NextApiRequest, res: NextApiResponse<Body>, calls: Call[]) => unknown,
): NextApiHandler<Body | ApiFailure> {
  return async function guarded(req, res) {
    const calls: Call[] = []
    logRequest(req, res, calls)
    guardHeaders(res)
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('Allow', 'GET, HEAD')
      res.status(405).end()
      return
    }
    try {
      await handler(req, res, calls)
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
      setCacheHeaders(res, { audience: 'one viewer' })
      const failure = failureOf(error)
      if (failure) setFailure(res, failure)
      else res.status(404)
      res.json({ failure: failure ?? { kind: 'not-found' } })
    }
  }
}
