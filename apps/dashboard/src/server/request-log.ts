import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Call } from '@repo/github'
import { log } from './log.ts'

/** Writes a line to the log when a request has been answered: what was asked, and what it cost. */
export function logRequest(
  req: IncomingMessage,
  res: ServerResponse,
  calls: readonly Call[],
): void {
  const startedAt = Date.now()
  // In development Next warns about `res` after getServerSideProps; `this` is the response itself.
  res.once('close', function closed(this: ServerResponse) {
    log({
      event: 'request',
      method: req.method,
      path: req.url,
      status: this.statusCode,
      // A visitor who leaves before the end.
      ...(!this.writableFinished && { aborted: true }),
      milliseconds: Date.now() - startedAt,
      calls,
    })
  })
}
