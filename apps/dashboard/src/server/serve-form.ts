import { isSameOrigin } from '@repo/auth-headers'
import { setCacheHeaders } from '@repo/cache-headers'
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'
import { guardHeaders } from './guard-headers.ts'
import { readEnv } from './process/env.ts'
import { logRequest } from './process/log.ts'
import { readBody } from './read-body.ts'

/** Handles a form that changes something, and responds with a redirect. */
type FormHandler = (
  req: NextApiRequest,
  res: NextApiResponse,
  form: URLSearchParams,
) => Promise<unknown>

/** More than enough for a token and a path to return to. */
const MAX_FORM_BYTES = 8000

/**
 * Runs an API route that receives a form from a page of this site: other methods get 405, forms from
 * other sites 403, other content types 415, and a large body 413. The route must disable Next's body
 * parser, which would run before these checks.
 */
export function serveForm(handler: FormHandler): NextApiHandler {
  return async function guarded(req, res) {
    logRequest(req, res, [])
    guardHeaders(res)
    setCacheHeaders(res, { scope: 'private' })
    if (req.method !== 'POST') {
      res.setHeader('Allow', 'POST')
      return sendError(res, 405, 'Send this form with POST.')
    }
    if (!isSameOrigin(req.headersDistinct, readEnv().siteUrl)) {
      return sendError(res, 403, 'This form must be sent from this site.')
    }
    if (!/^application\/x-www-form-urlencoded *(;|$)/i.test(req.headers['content-type'] ?? '')) {
      return sendError(res, 415, 'Send application/x-www-form-urlencoded.')
    }
    const body = await readBody(req, MAX_FORM_BYTES)
    if (body === undefined) return sendError(res, 413, 'The form is too large.')
    await handler(req, res, new URLSearchParams(body))
  }
}

function sendError(res: NextApiResponse, status: number, message: string): void {
  res.setHeader('Content-Type', 'text/plain; charset=utf-8')
  res.status(status).send(`${message}\n`)
}
