import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { onTestFinished } from 'vitest'
import { type ClientOptions, createGitHub, type RequestOptions } from '../client/client.ts'

export const asOf = '2026-06-01T12:00:00.000Z'

type StubResponse = { status?: number; body?: unknown; headers?: Record<string, string> }

/** A client of a GitHub with one response to every request, and the requests that were sent. */
export function githubReturning(
  response: StubResponse,
  options: Partial<ClientOptions & RequestOptions> = {},
) {
  const requests: Request[] = []
  const github = createGitHub({
    baseUrl: 'https://github.test',
    now: () => Date.parse(asOf),
    fetch: async (...request) => {
      requests.push(new Request(...request))
      return toResponse(response)
    },
    ...options,
  })
  return Object.assign(github, { requests })
}

/** A client of a GitHub that responds by path and query, and the paths that were requested. */
export function githubRouting(
  route: (path: string) => StubResponse,
  options: Partial<ClientOptions & RequestOptions> = {},
) {
  const requests: string[] = []
  const github = createGitHub({
    baseUrl: 'https://github.test',
    now: () => Date.parse(asOf),
    pause: async () => {},
    fetch: async (...request) => {
      const path = new Request(...request).url.slice('https://github.test'.length)
      requests.push(path)
      return toResponse(route(path))
    },
    ...options,
  })
  return Object.assign(github, { requests })
}

function toResponse({ status = 200, body, headers }: StubResponse): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
}

/** A server on a free port of this machine until the test ends, and the requests that it received. */
export async function startServer(listener: RequestListener) {
  const requests: { path: string | undefined; authorization: string | undefined }[] = []
  const server = createServer((request, response) => {
    requests.push({ path: request.url, authorization: request.headers.authorization })
    listener(request, response)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  async function close(): Promise<void> {
    server.closeAllConnections()
    if (server.listening) await once(server.close(), 'close')
  }
  onTestFinished(close)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return { url: `http://127.0.0.1:${address.port}`, requests, close }
}
