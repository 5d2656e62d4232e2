import { RequestError } from '@octokit/request-error'
import { Octokit } from '@octokit/rest'
import type { z } from 'zod'
import { GitHubError } from './github-error.ts'
import { type Pages, pagesFrom } from './pages.ts'
import { refusal } from './refusal.ts'
import { createWholeFetch, IncompleteAnswer } from './whole-fetch.ts'

/** Data, and the ISO 8601 time at which GitHub gave it. */
export type Dated<T> = { data: T; asOf: string }

/** One request that was sent to GitHub. */
export type Call = {
  /** Path below the base URL, with its query. */
  path: string
  /** HTTP status; undefined when there was no complete answer. */
  status: number | undefined
  milliseconds: number
  /** The answer says that it is sample data. */
  sample: boolean
}

export type ReaderOptions = {
  /** REST base, such as `https://api.github.com` or `https://HOST/api/v3`. */
  baseUrl: string
  token?: string | undefined
  /** Milliseconds for all reads together, counted from the making of the reader. */
  deadline?: number
  /** Larger bodies are refused. */
  maxBodyBytes?: number
  onCall?: (call: Call) => void
  fetch?: typeof globalThis.fetch
  now?: () => number
}

export type Query<Shape extends z.ZodType, Missing = never> = {
  /** As in GitHub's documentation, such as `GET /repos/{owner}/{repo}`. */
  route: `GET /${string}`
  params: Record<string, string | number>
  /** Checks the body and gives it our names. */
  shape: Shape
  /** What a 204 means, where GitHub documents one. */
  whenEmpty?: z.output<Shape>
  /** What a 404 means, where it stands for "there is none". */
  whenNotFound?: Missing
}

/** Reads one resource. Every request to GitHub goes through here. */
export type Read = <Shape extends z.ZodType, Missing = never>(
  query: Query<Shape, Missing>,
) => Promise<Dated<z.output<Shape> | Missing> & { pages: Pages }>

// https://docs.github.com/en/rest/about-the-rest-api/api-versions
const apiVersion = '2022-11-28'

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** Makes the function by which every resource is read. */
export function createReader(options: ReaderOptions): Read {
  const { baseUrl, deadline = 4000, maxBodyBytes = 5_000_000, onCall, now = Date.now } = options
  const signal = AbortSignal.timeout(deadline)
  const octokit = new Octokit({
    ...(options.token !== undefined && { auth: options.token }),
    baseUrl,
    log: silent,
    userAgent: 'repo-dashboard',
    request: { fetch: createWholeFetch({ fetch: options.fetch ?? fetch, maxBodyBytes }), signal },
  })

  return async function read(query) {
    const path = octokit.request.endpoint(query.route, query.params).url.slice(baseUrl.length)
    const startedAt = now()
    const call: Call = { path, status: undefined, milliseconds: 0, sample: false }
    try {
      const response = await octokit.request(query.route, {
        ...query.params,
        headers: { 'x-github-api-version': apiVersion },
      })
      note(call, response)
      const data = checked(query, { status: response.status, path, body: response.data })
      return { data, asOf: new Date(now()).toISOString(), pages: pagesFrom(response.headers.link) }
    } catch (error) {
      if (error instanceof RequestError && error.response) note(call, error.response)
      const failure = failureFrom(error, path, now())
      if (failure.kind !== 'not-found' || query.whenNotFound === undefined) throw failure
      return { data: query.whenNotFound, asOf: new Date(now()).toISOString(), pages: {} }
    } finally {
      onCall?.({ ...call, milliseconds: now() - startedAt })
    }
  }
}

function note(call: Call, response: { status: number; headers: object }): void {
  call.status = response.status
  call.sample = 'x-sample-github' in response.headers
}

type Answer = { status: number; path: string; body: unknown }

function checked<Shape extends z.ZodType>(
  { shape, whenEmpty }: Pick<Query<Shape>, 'shape' | 'whenEmpty'>,
  { status, path, body }: Answer,
): z.output<Shape> {
  if (status === 202) throw new GitHubError('computing', { status, path })
  if (status === 204 && whenEmpty !== undefined) return whenEmpty
  if (status !== 200) throw new GitHubError('malformed', { status, path })

  const result = shape.safeParse(body)
  if (result.success) return result.data
  const field = result.error.issues[0]?.path.join('.') || 'body'
  throw new GitHubError('malformed', { status, path, reason: `${field} is not as documented` })
}

function failureFrom(error: unknown, path: string, now: number): GitHubError {
  if (error instanceof GitHubError) return error
  if (!(error instanceof RequestError)) throw error
  if (error.cause instanceof IncompleteAnswer) {
    const { kind, status, message } = error.cause
    return new GitHubError(kind, { status, path, reason: message })
  }
  if (error.response === undefined) throw error
  const { status, headers, data } = error.response
  return refusal({ status, path, headers, body: data, now })
}
