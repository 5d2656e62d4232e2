import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { onTestFinished } from 'vitest'
import type { ClientOptions, RequestOptions } from '../client/client.ts'
import { createGitHub } from '../client/client.ts'

export const asOf = '2026-06-01T12:00:00.000Z'

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> }

/** A client of a GitHub that gives one answer to everything, and the requests that it gets. */
export function githubReturning(
  answer: Answer,
  options: Partial<ClientOptions & RequestOptions> = {},
) {
  const requests: Request[] = []
  const github = createGitHub({
    baseUrl: 'https://github.test',
    now: () => Date.parse(asOf),
    fetch: async (...request) => {
      requests.push(new Request(...request))
      return responseOf(answer)
    },
    ...options,
  })
  return Object.assign(github, { requests })
}

function responseOf({ status = 200, body, headers }: Answer): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
}

/** A server on a free port of this machine until the test ends, and the requests that it gets. */
export async function startServer(answer: RequestListener) {
  const requests: { path: string | undefined; authorization: string | undefined }[] = []
  const server = createServer((request, response) => {
    requests.push({ path: request.url, authorization: request.headers.authorization })
    answer(request, response)
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

/** A client of a GitHub whose answers depend on the path and query of a request, and the paths that it gets. */
export function githubRouting(answerTo: (path: string) => Answer) {
  const requests: string[] = []
  const github = createGitHub({
    baseUrl: 'https://github.test',
    now: () => Date.parse(asOf),
    pause: async () => {},
    fetch: async (...request) => {
      const path = new Request(...request).url.slice('https://github.test'.length)
      requests.push(path)
      return responseOf(answerTo(path))
    },
  })
  return Object.assign(github, { requests })
}
