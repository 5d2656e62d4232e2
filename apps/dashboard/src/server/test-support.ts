import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { onTestFinished } from 'vitest'

/** A server on a free port of this machine until the test ends, and the paths that it is asked for. */
export async function serverAnswering(answer: RequestListener) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return { url: `http://127.0.0.1:${address.port}`, asked }
}

/** The headers of a response that tell caches what to do. */
export function cachingOf({ headers }: Response): Record<string, string> {
  return Object.fromEntries(
    [...headers].filter(([name]) => /^(cache-control|surrogate-control|.*cdn.*)$/.test(name)),
  )
}

/** Lets the next request begin with a GitHub of which nothing is known. */
export function forgetGitHub(): void {
  Reflect.deleteProperty(globalThis, Symbol.for('@repo/dashboard GitHub'))
}
