import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { onTestFinished } from 'vitest'
import { type ClientOptions, createGitHub, type RequestOptions } from '../client/client.ts'

export const asOf = '2026-06-01T12:00:00.000Z'

type StubResponse = { status?: number; body?: unknown; headers?: Record<string, string> }

/**
 * A client of a GitHub with one response to every request, and the requests that were sent. What is
 * read below a repository finds the repository public, by a request that is not listed.
 */
export function githubReturning(
  response: StubResponse,
  options: Partial<ClientOptions & RequestOptions> = {},
) {
  const requests: Request[] = []
  const github = createGitHubs({
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

/**
 * A client of a GitHub that responds by path and query, and the paths that were requested. A
 * repository for which the route has no response is public, and not listed.
 */
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
      const { url } = new Request(...request)
      const path = url.slice('https://github.test'.length)
      const response = route(path)
      const repo = publicRepo(url)
      if (repo && !JSON.stringify(response.body)?.includes('full_name')) return repo
      requests.push(path)
      return toResponse(response)
    },
    ...options,
  })
  return Object.assign(github, { requests })
}

/** The reads, of which only `getRepo` gets the response to a request for a repository. */
function createGitHubs(options: ClientOptions & RequestOptions) {
  const { getRepo } = createGitHub(options)
  const { fetch = globalThis.fetch, onCall } = options
  const github = createGitHub({
    ...options,
    fetch: async (...request) => publicRepo(new Request(...request).url) ?? fetch(...request),
    onCall: (call, route) => {
      if (!REPO_PATH.test(call.path)) onCall?.(call, route)
    },
  })
  return { ...github, getRepo }
}

const REPO_PATH = /\/repos\/([^/?]+\/[^/?]+)$/

/** The response about a public repository, if a URL is the one of a repository. */
export function publicRepo(url: string): Response | undefined {
  const [, name] = REPO_PATH.exec(url) ?? []
  if (name === undefined) return undefined
  return Response.json({ id: 1, full_name: decodeURIComponent(name), private: false })
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
