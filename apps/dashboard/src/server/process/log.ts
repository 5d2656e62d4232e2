import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRedactor } from '@repo/auth-headers'
import type { GitHubCall } from '@repo/github'
import { SESSION_COOKIE, SIGN_IN_ATTEMPT_COOKIE } from './cookie-names.ts'
import { currentRequestId, ensureRequestId } from './request-id.ts'

/** Redacts GitHub's tokens, the values of this site's cookies, and other credentials. */
export const redact = createRedactor({
  cookieNames: [SESSION_COOKIE, SIGN_IN_ATTEMPT_COOKIE],
  // https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
  // Tokens of GitHub App installations are longer and contain dots. The oldest tokens look like
  // commit hashes and are redacted only in an Authorization header.
  secretPatterns: [/gh[pousr]_[\w.-]{16,}/g, /github_pat_\w{16,}/g],
})

/** Writes one line of JSON to the log, with the ID of the current request, and without secrets. */
export function log(entry: Record<string, unknown>): void {
  const requestId = currentRequestId()
  const line = JSON.stringify({
    at: new Date().toISOString(),
    ...(requestId !== undefined && { requestId }),
    ...entry,
  })
  process.stdout.write(`${redact(line)}\n`)
}

/**
 * Logs a request when its response has been sent: what was requested, and what it cost. Reads from the
 * cache cost little and are many, so the line only counts them.
 */
export function logRequest(
  req: IncomingMessage,
  res: ServerResponse,
  calls: readonly GitHubCall[],
): void {
  ensureRequestId(req, res)
  const requestId = currentRequestId()
  const startedAt = Date.now()
  // In development Next warns about `res` after getServerSideProps; `this` is the response itself.
  res.once('close', function closed(this: ServerResponse) {
    log({
      event: 'request',
      // The connection emits the event, outside of the request's scope.
      requestId,
      method: req.method,
      path: req.url,
      status: this.statusCode,
      // The client closed the connection early.
      ...(!this.writableFinished && { aborted: true }),
      milliseconds: Date.now() - startedAt,
      hits: calls.filter(isHit).length,
      calls: calls.filter((call) => !isHit(call)),
    })
  })
}

function isHit({ cacheStatus }: GitHubCall): boolean {
  return cacheStatus === 'hit'
}

/** Redacts all output of this process, because Next prints page errors itself. */
export function redactOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream)
    stream.write = ((chunk: string | Uint8Array, ...rest: []) =>
      write(
        redact(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()),
        ...rest,
      )) as typeof write
  }
}

/** Keeps the server running after the reader of its output has ended (EPIPE); its log is then lost. */
export function ignoreOutputErrors(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}
