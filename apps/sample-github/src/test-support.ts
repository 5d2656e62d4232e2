import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { onTestFinished } from 'vitest'
import { createSampleGitHub, type SampleOptions } from './app.ts'
import { type SampleLogin, sampleTokens } from './credentials.ts'

/** A Wednesday afternoon: the tests' today. */
export const now = () => Date.UTC(2026, 10, 18, 15, 30)

export const origin = 'http://localhost'

type Ask = { headers?: Record<string, string>; method?: string; body?: string }

/** A sample GitHub of its own, asked without a socket. */
export function sample(options: SampleOptions = {}) {
  const app = createSampleGitHub({ now, ...options })
  return async (path: string, { headers = {}, ...init }: Ask = {}): Promise<Response> =>
    app.request(path, { ...init, headers: { 'user-agent': 'vitest', ...headers } })
}

export function as(login: SampleLogin): Ask {
  return { headers: { authorization: `Bearer ${sampleTokens[login]}` } }
}

export async function bodyOf<Body>(response: Response): Promise<Body> {
  return (await response.json()) as Body
}

/** A sample GitHub on a free port, for what only a socket shows; gone when the test is. */
export async function startSample(options: SampleOptions = {}): Promise<string> {
  const server = createAdaptorServer({ fetch: createSampleGitHub(options).fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

/** The URL that a Link header gives for a relation. */
export function linkTo(response: Response, rel: string): string | undefined {
  const links = response.headers.get('link')?.split(', ') ?? []
  return links.map((link) => new RegExp(`^<(.+)>; rel="${rel}"$`).exec(link)?.[1]).find(Boolean)
}
