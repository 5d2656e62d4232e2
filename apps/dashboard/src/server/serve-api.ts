import { type CachePolicy, setCacheHeaders } from '@repo/cache-headers'
import { type GitHub, GitHubError } from '@repo/github'
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'
import {
  type Authenticated,
  authenticate,
  type Denied,
  rejectRevokedToken,
} from './access/authenticate.ts'
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

type ApiHandler = (
  req: NextApiRequest,
  res: NextApiResponse,
  request: ApiRequest,
) => Promise<unknown>

/**
 * Runs a public API route that reads GitHub: its failures become statuses, which are not cached.
 * @param deadlineMs the time limit for all its reads together, in milliseconds.
 */
export function serveGitHubApi(handler: ApiHandler, deadlineMs = API_DEADLINE_MS): NextApiHandler {
  return serveApi(async (req, res, { readGitHub, panel, isDegraded }) => {
    try {
      const github = readGitHub()
      await handler(req, res, { github, openGitHub: readGitHub, panel, isDegraded })
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
      const failure = failureOf(error)
      if (!failure) return sendNotFound(res)
      sendFailure(res, failure)
    }
  }, deadlineMs)
}

/**
 * Runs a viewer's own API route, which reads GitHub with their token and is never cached. A visitor
 * without valid credentials gets 401.
 */
export function serveViewerApi(handler: ApiHandler): NextApiHandler {
  return serveApi(async (req, res, { readGitHub, panel, isDegraded }) => {
    setCacheHeaders(res, { scope: 'private' })
    const access = await authenticate(req, res)
    if (access.state !== 'authenticated') return sendDenied(res, access)
    const openGitHub = () => readGitHub(access)
    try {
      await handler(req, res, { github: openGitHub(), openGitHub, panel, isDegraded })
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
      await sendViewerError(res, error, access, openGitHub())
    }
  })
}

async function sendViewerError(
  res: NextApiResponse,
  error: GitHubError,
  access: Authenticated,
  github: GitHub,
): Promise<void> {
  // GitHub may reject a token for one repository, and accept it for the rest.
  if (error.kind === 'unauthorized' && !(await acceptsToken(github))) {
    return sendDenied(res, await rejectRevokedToken(access, res))
  }
  const failure = failureOf(error, 'private')
  if (failure) return sendFailure(res, failure)
  sendNotFound(res, 'private')
}

function acceptsToken(github: GitHub): Promise<boolean> {
  return github.getViewer().then(
    () => true,
    () => false,
  )
}

function sendDenied(res: NextApiResponse, denied: Denied): void {
  const { state } = denied
  const isBad = state === 'unauthorized'
  if (isBad) sendFailure(res, { kind: 'invalid-credentials', message: denied.message })
  else sendFailure(res, { kind: state === 'unreachable' ? state : 'unauthorized' })
}

function sendFailure(res: NextApiResponse, failure: Failure): void {
  setFailure(res, failure)
  res.json({ failure: failure.kind } satisfies ApiFailure)
}

/** Sends a 404: GitHub returned one, or the name is invalid. */
export function sendNotFound(res: NextApiResponse, scope: CachePolicy['scope'] = 'public'): void {
  setCacheHeaders(res, scope === 'public' ? notFoundPage : { scope })
  res.status(404).json({ failure: 'not-found' } satisfies ApiFailure)
}
