import { setCacheHeaders } from '@repo/cache-headers'
import { type GitHub, GitHubError } from '@repo/github'
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'
import { notFoundPage } from './cache-policies.ts'
import { API_DEADLINE_MS } from './deadlines.ts'
import { type Failure, failureOf, setFailure } from './failure.ts'
import { openScope, type ReadScope } from './read-scope.ts'

/** The body of an API response when GitHub has failed. */
type ApiFailure = { failure: Failure['kind'] | 'not-found' }

/** Access to GitHub for an API route. */
export type ApiRequest = Pick<ReadScope, 'panel' | 'isDegraded'> & {
  github: GitHub
  /** Binds GitHub to this request once more, for reads that must not reuse earlier ones. */
  openGitHub: () => GitHub
}

/**
 * Runs an API route for GET and HEAD, with the same header guard as a page; other methods get 405.
 * @param deadlineMs the time limit for all its reads together, in milliseconds.
 */
export function serveApi<Body>(
  handler: (req: NextApiRequest, res: NextApiResponse<Body>, scope: ReadScope) => unknown,
  deadlineMs = API_DEADLINE_MS,
): NextApiHandler<Body> {
  return async function guarded(req, res) {
    const scope = openScope(req, res, deadlineMs)
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('Allow', 'GET, HEAD')
      res.status(405).end()
      return
    }
    await handler(req, res, scope)
  }
}

/**
 * Runs a public API route that reads GitHub: its failures become statuses, which are not cached.
 * @param deadlineMs the time limit for all its reads together, in milliseconds.
 */
export function serveGitHubApi(
  handler: (req: NextApiRequest, res: NextApiResponse, request: ApiRequest) => Promise<unknown>,
  deadlineMs = API_DEADLINE_MS,
): NextApiHandler {
  return serveApi(async (req, res, { readGitHub, panel, isDegraded }) => {
    try {
      const github = readGitHub()
      await handler(req, res, { github, openGitHub: readGitHub, panel, isDegraded })
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
      const failure = failureOf(error)
      if (!failure) return sendNotFound(res)
      setFailure(res, failure)
      res.json({ failure: failure.kind } satisfies ApiFailure)
    }
  }, deadlineMs)
}

/** Sends a 404: GitHub returned one, or the name is invalid. */
export function sendNotFound(res: NextApiResponse): void {
  setCacheHeaders(res, notFoundPage)
  res.status(404).json({ failure: 'not-found' } satisfies ApiFailure)
}
