import { RequestError } from '@octokit/request-error'
import { Octokit } from '@octokit/rest'
import { refusal } from './classify-error.ts'
import { createWholeFetch, IncompleteAnswer } from './fetch-whole-body.ts'
import { GitHubError } from './github-error.ts'

/** A question to GitHub, as its documentation writes it: `GET /repos/{owner}/{repo}`. */
export type GitHubRequest = {
  route: `GET /${string}`
  params: Record<string, string | number>
  /** The form of the answer, where it is not JSON's usual one: `html`. */
  format?: 'html'
}

/** A complete answer: 200, 202, 204 or 304. */
export type GitHubResponse = {
  status: number
  headers: Readonly<Record<string, string | number | undefined>>
  body: unknown
}

export type TransportOptions = {
  /** REST base, such as `https://api.github.com` or `https://HOST/api/v3`. */
  baseUrl: string
  /** Milliseconds for one request, to the end of its body. */
  requestTimeout?: number
  /** Larger bodies are refused. */
  maxBodyBytes?: number
  fetch?: typeof globalThis.fetch
  now?: () => number
}

/** How a question is requests: for whom, and with the entity tag of what we have. */
export type Asking = { token?: string | undefined; etag?: string | undefined }

export type Transport = ReturnType<typeof createTransport>

// https://docs.github.com/en/rest/about-the-rest-api/api-versions
const apiVersion = '2022-11-28'

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** Sends questions by Octokit, and gives a complete answer or a GitHubError. */
export function createTransport(options: TransportOptions) {
  // GitHub itself ends a request after ten seconds.
  const { baseUrl, requestTimeout = 10_000, maxBodyBytes = 5_000_000, now = Date.now } = options
  const wholeFetch = createWholeFetch({ fetch: options.fetch ?? fetch, maxBodyBytes })
  const octokit = new Octokit({
    baseUrl,
    log: silent,
    userAgent: 'repo-dashboard',
    request: { fetch: wholeFetch },
  })

  /** The path of a question below the base URL, with its query. */
  function pathOf({ route, params }: GitHubRequest): string {
    return octokit.request.endpoint(route, params).url.slice(baseUrl.length)
  }

  async function send(question: GitHubRequest, { token, etag }: Asking): Promise<GitHubResponse> {
    const path = pathOf(question)
    const { format } = question
    try {
      const { status, headers, data } = await octokit.request(question.route, {
        ...question.params,
        headers: {
          'x-github-api-version': apiVersion,
          // https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api#media-types
          ...(format !== undefined && { accept: `application/vnd.github.${format}+json` }),
          ...(token !== undefined && { authorization: `token ${token}` }),
          ...(etag !== undefined && { 'if-none-match': etag }),
        },
        request: { signal: AbortSignal.timeout(requestTimeout) },
      })
      return { status, headers, body: data }
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      if (error.cause instanceof IncompleteAnswer) {
        const { kind, status, message } = error.cause
        throw new GitHubError(kind, { status, path, reason: message })
      }
      if (error.response === undefined) throw error
      const { status, headers, data } = error.response
      // Octokit takes a 304 for a failure.
      if (status === 304 && etag !== undefined) return { status, headers, body: undefined }
      throw refusal({ status, path, headers, body: data, now: now() })
    }
  }

  return { send, pathOf }
}
