import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { onTestFinished } from 'vitest'

/** Starts a server on a free port until the test ends; returns its URL and the requested paths. */
export async function startServer(
  respond: RequestListener,
  prepare: (server: Server) => void = () => {},
) {
  const paths: string[] = []
  const server = createServer((request, response) => {
    paths.push(request.url ?? '')
    respond(request, response)
  })
  prepare(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return { url: `http://127.0.0.1:${address.port}`, paths }
}

/** The cache headers of a response. */
export function cacheHeadersOf({ headers }: Response): Record<string, string> {
  return Object.fromEntries(
    [...headers].filter(([name]) => /^(cache-control|surrogate-control|.*cdn.*)$/.test(name)),
  )
}

/** Drops this process's GitHub client, with its cache, and its clients' budgets. */
export function resetGitHub(): void {
  Reflect.deleteProperty(globalThis, Symbol.for('@repo/dashboard client budget'))
  Reflect.deleteProperty(globalThis, Symbol.for('@repo/dashboard GitHub'))
}
