import type { Call } from '@repo/github'
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'
import { guardHeaders } from './guard-headers.ts'
import { logRequest } from './request-log.ts'

/** Runs an API route that is read only, under the same guard as a page: 405 for other methods. */
export function serveApi<Body>(
  handler: (req: NextApiRequest, res: NextApiResponse<Body>, calls: Call[]) => unknown,
): NextApiHandler<Body> {
  return async function guarded(req, res) {
    const calls: Call[] = []
    logRequest(req, res, calls)
    guardHeaders(res)
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('Allow', 'GET, HEAD')
      res.status(405).end()
      return
    }
    await handler(req, res, calls)
  }
}
