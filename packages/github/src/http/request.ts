import { RequestError } from '@octokit/request-error'
import { Octokit } from '@octokit/rest'
import { LRUCache } from 'lru-cache'
import { classifyError } from './classify-error.ts'
import { createFetch, IncompleteResponse } from './fetch-whole-body.ts'
import { GitHubError, type GitHubErrorKind } from './github-error.ts'

/** A request to GitHub, as its documentation writes it: `GET /repos/{owner}/{repo}`. */
export type GitHubRequest = {
  route: `GET /${string}`
  params: Record<string, string | number>
  /** The media type of the response, if not JSON's default: `html`. */
  format?: 'html'
  /** Without its response, the page has nothing to show: it is sent before other requests. */
  isEssential?: boolean
  /** Sent without the server's token: already the status would reveal private repositories. */
  withoutServerToken?: boolean
  /** The limit of the body, where it differs from the client's. */
  maxBodyBytes?: number
}

/** A complete response: 200, 202, 204 or 304. */
export type GitHubResponse = {
  status: number
  headers: Readonly<Record<string, string | number | undefined>>
  body: unknown
}

export type HttpOptions = {
  /** REST base, such as `https://api.github.com` or `https://HOST/api/v3`. */
  baseUrl: string
  /** Milliseconds for one request, to the end of its body. */
  requestTimeoutMs?: number
  /** A larger body is an error. */
  maxBodyBytes?: number
  /** GitHub's website. Without it, the host of the API, without `api.` in front. */
  webUrl?: string | undefined
  fetch?: typeof globalThis.fetch
  now?: () => number
  /** Called after each request that was sent. */
  onSent?: ((sent: SentRequest) => void) | undefined
}

/** A request that was sent to GitHub, and what became of it. */
export type SentRequest = {
  route: GitHubRequest['route']
  outcome: 'ok' | 'not-modified' | GitHubErrorKind
  durationMs: number
}

type SendOptions = {
  token?: string | undefined
  /** The entity tag of the stored response. */
  etag?: string | undefined
  /** Aborts the request. */
  signal?: AbortSignal | undefined
}

// https://docs.github.com/en/rest/about-the-rest-api/api-versions
const API_VERSION = '2022-11-28'

// GitHub itself ends a request after ten seconds.
export const REQUEST_TIMEOUT_MS = 10_000

const MAX_PATHS = 1000

const silentLog = { debug() {}, info() {}, warn() {}, error() {} }

/** Creates the function that sends one request by Octokit: a complete response, or a GitHubError. */
export function createHttp(options: HttpOptions) {
  const { baseUrl, requestTimeoutMs = REQUEST_TIMEOUT_MS, now = Date.now } = options
  const { maxBodyBytes = 5_000_000, onSent } = options
  const webUrl = options.webUrl ?? new URL(baseUrl).origin.replace('://api.', '://')
  // Octokit takes 40 µs for a path, and a page needs the same ones each time.
  const paths = new LRUCache<string, string>({ max: MAX_PATHS })
  const octokit = new Octokit({ baseUrl, log: silentLog, userAgent: 'repo-dashboard' })

  /** The path of a request below the base URL, with its query. */
  function pathOf({ route, params }: GitHubRequest): string {
    const key = `${route} ${JSON.stringify(params)}`
    const path = paths.get(key) ?? octokit.request.endpoint(route, params).url.slice(baseUrl.length)
    paths.set(key, path)
    return path
  }

  /** Sends a request, and reports its outcome. */
  async function send(request: GitHubRequest, options: SendOptions): Promise<GitHubResponse> {
    const startedAt = now()
    const report = (outcome: SentRequest['outcome']) =>
      onSent?.({ route: request.route, outcome, durationMs: now() - startedAt })
    try {
      const response = await sendByOctokit(request, options)
      report(response.status === 304 ? 'not-modified' : 'ok')
      return response
    } catch (error) {
      if (error instanceof GitHubError) report(error.kind)
      throw error
    }
  }

  async function sendByOctokit(
    request: GitHubRequest,
    { token, etag, signal }: SendOptions,
  ): Promise<GitHubResponse> {
    const path = pathOf(request)
    const { route, params, format } = request
    const timeout = AbortSignal.timeout(requestTimeoutMs)
    const fetchWithin = createFetch({
      fetch: options.fetch ?? fetch,
      maxBodyBytes: request.maxBodyBytes ?? maxBodyBytes,
    })
    try {
      const { status, headers, data } = await octokit.request(route, {
        ...params,
        headers: {
          'x-github-api-version': API_VERSION,
          // https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api#media-types
          ...(format !== undefined && { accept: `application/vnd.github.${format}+json` }),
          ...(token !== undefined && { authorization: `token ${token}` }),
          ...(etag !== undefined && { 'if-none-match': etag }),
        },
        request: {
          fetch: fetchWithin,
          signal: signal ? anySignal([timeout, signal]) : timeout,
          parseSuccessResponseBody: false,
        },
      })
      return { status, headers, body: await parseBody(data, headers['content-type']) }
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      if (error.cause instanceof IncompleteResponse) {
        const { kind, status, message } = error.cause
        throw new GitHubError(kind, { status, path, reason: message })
      }
      if (error.response === undefined) throw error
      const { status, headers, data } = error.response
      // Octokit treats a 304 as an error.
      if (status === 304 && etag !== undefined) return { status, headers, body: undefined }
      throw classifyError({ status, path, headers, body: data, now: now(), webUrl })
    }
  }

  return { send, pathOf }
}

/**
 * Parses JSON; returns other bodies, and JSON that is invalid, as text. Octokit's parser differs by
 * the version of Node.js: from 22 on it leaves an object with a `toString` of its own as text.
 */
async function parseBody(data: unknown, contentType: string | undefined): Promise<unknown> {
  if (!(data instanceof ReadableStream)) return data ?? undefined
  const text = await new Response(data).text()
  if (!contentType?.startsWith('application/json')) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** `AbortSignal.any`, which Next's Edge Runtime does not have. */
function anySignal(signals: readonly AbortSignal[]): AbortSignal {
  const controller = new AbortController()
  for (const signal of signals) {
    if (signal.aborted) controller.abort(signal.reason)
    else signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true })
  }
  return controller.signal
}
