import type { IncomingMessage } from 'node:http'
import { sameOrigin } from '@repo/auth-headers'
import { setCacheHeaders } from '@repo/cache-headers'
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'
import { readEnv } from './env.ts'
import { guardHeaders } from './guard-headers.ts'
import { logRequest } from './request-log.ts'

/** The one handler of a form that changes something. It answers with a redirect. */
type FormHandler = (
  req: NextApiRequest,
  res: NextApiResponse,
  form: URLSearchParams,
) => Promise<unknown>

/** Bytes of a form: a token, an address, and room. */
const longestForm = 8000

/**
 * Runs an API route to which a page of this site posts a form, and nobody else: other methods get
 * 405, forms of other sites 403, what is no form 415, and a long one 413. The page file turns Next's
 * own reading of the body off, which would come before these.
 */
export function serveForm(handler: FormHandler): NextApiHandler {
  return async function guarded(req, res) {
    logRequest(req, res, [])
    guardHeaders(res)
    setCacheHeaders(res, { scope: 'private' })
    if (req.method !== 'POST') {
      res.setHeader('Allow', 'POST')
      return refuse(res, 405, 'This address takes a form, by POST.')
    }
    if (!sameOrigin(req.headersDistinct, readEnv().siteUrl)) {
      return refuse(res, 403, 'This form was not sent by a page of this site.')
    }
    if (!/^application\/x-www-form-urlencoded *(;|$)/i.test(req.headers['content-type'] ?? '')) {
      return refuse(res, 415, 'This address takes a form, and nothing else.')
    }
    const body = await bodyOf(req)
    if (body === undefined) return refuse(res, 413, 'This form is too long.')
    await handler(req, res, new URLSearchParams(body))
  }
}

function refuse(res: NextApiResponse, status: number, sentence: string): void {
  res.setHeader('Content-Type', 'text/plain; charset=utf-8')
  res.status(status).send(`${sentence}\n`)
}

// A long body is read to its end and not kept: whoever is still sending does not read the answer.
async function bodyOf(req: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req) {
    length += chunk.length
    if (length <= longestForm) chunks.push(chunk)
  }
  return length <= longestForm ? Buffer.concat(chunks).toString() : undefined
}
