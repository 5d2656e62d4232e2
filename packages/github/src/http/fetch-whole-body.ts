import { exceededJsonLimit } from './json-limits.ts'

type FetchOptions = {
  fetch: typeof globalThis.fetch
  maxBodyBytes: number
}

/** A response that could not be read whole; `kind` is the kind of GitHubError that it means. */
export class IncompleteResponse extends Error {
  override name = 'IncompleteResponse'
  readonly kind: 'unreachable' | 'too-large' | 'malformed'
  readonly status: number | undefined

  constructor(kind: IncompleteResponse['kind'], reason: string, status?: number) {
    super(reason)
    this.kind = kind
    this.status = status
  }
}

const MAX_REDIRECTS = 3
// The codes of Node's zlib: gzip and deflate, Brotli.
const DECOMPRESSION_ERROR = /^(?:Z_|ERR__ERROR_)/
const STATUSES_WITHOUT_BODY = [204, 205, 304]

/**
 * Creates a `fetch` that returns the whole body or throws.
 *
 * Octokit turns a body that is cut off, times out or cannot be unzipped into status 200 with an empty
 * string. Here the body is read to its end first, and Octokit receives it whole.
 * Redirects are followed on the same origin only, so that a token never goes elsewhere.
 * @throws IncompleteResponse
 */
export function createFetch({ fetch, maxBodyBytes }: FetchOptions) {
  return async function fetchWholeBody(url: string, init: RequestInit): Promise<Response> {
    let target = url
    const visited = new Set<string>()
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      visited.add(target)
      const response = await attempt(() => fetch(target, { ...init, redirect: 'manual' }))
      const location = response.headers.get('location')
      if (response.status < 300 || response.status >= 400 || location === null) {
        return readWhole(response, maxBodyBytes)
      }
      await attempt(async () => response.body?.cancel(), response.status)
      target = sameOriginUrl(location, target, response.status)
      if (visited.has(target)) {
        throw new IncompleteResponse('malformed', 'a redirect loop', response.status)
      }
    }
    throw new IncompleteResponse('malformed', `more than ${MAX_REDIRECTS} redirects`)
  }
}

function sameOriginUrl(location: string, from: string, status: number): string {
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined
  if (to?.origin === new URL(from).origin) return to.href
  throw new IncompleteResponse('malformed', 'a redirect to another origin', status)
}

async function readWhole(response: Response, maxBodyBytes: number): Promise<Response> {
  const { status, headers } = response
  // Response's constructor rejects it, and it has no meaning (RFC 9110 §15).
  if (status > 599) throw new IncompleteResponse('malformed', 'invalid HTTP status', status)
  if (STATUSES_WITHOUT_BODY.includes(status)) return new Response(null, { status, headers })

  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = response.body?.getReader()
  while (reader) {
    const { done, value } = await attempt(() => reader.read(), status)
    if (done) break
    size += value.byteLength
    if (size > maxBodyBytes) {
      await reader.cancel()
      throw new IncompleteResponse('too-large', `a body of more than ${maxBodyBytes} bytes`, status)
    }
    chunks.push(value)
  }
  const body = new Uint8Array(await new Blob(chunks).arrayBuffer())
  const isJson = /json/i.test(headers.get('content-type') ?? '')
  const exceeded = isJson ? exceededJsonLimit(body) : undefined
  if (exceeded !== undefined) throw new IncompleteResponse('too-large', exceeded, status)
  return new Response(body, { status, headers })
}

async function attempt<T>(work: () => Promise<T>, status?: number): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const reason = reasonOf(error)
    const kind = DECOMPRESSION_ERROR.test(reason) ? 'malformed' : 'unreachable'
    throw new IncompleteResponse(kind, reason, status)
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure'
  if (error.name === 'TimeoutError') return 'no complete response in time'
  const cause = error.cause
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  // Not its message, which quotes the header or the URL that fetch rejects.
  return typeof code === 'string' ? code : 'no complete response'
}
