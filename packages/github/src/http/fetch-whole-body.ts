type WholeFetchOptions = {
  fetch: typeof globalThis.fetch
  maxBodyBytes: number
}

/** An answer that could not be taken whole; `kind` says whose fault it was. */
export class IncompleteAnswer extends Error {
  override name = 'IncompleteAnswer'
  readonly kind: 'unreachable' | 'malformed'
  readonly status: number | undefined

  constructor(kind: 'unreachable' | 'malformed', reason: string, status?: number) {
    super(reason)
    this.kind = kind
    this.status = status
  }
}

const maxRedirects = 3
const statusesWithoutBody = [204, 205, 304]

/**
 * A `fetch` that answers with the whole body or throws.
 *
 * Octokit gives a body that is cut off, times out or cannot be unzipped as status 200 with an empty
 * string. Here the body is read to its end first, up to a size, and Octokit gets what is complete.
 * Redirects are followed on the same origin only, so that a token never goes elsewhere.
 * @throws IncompleteAnswer
 */
export function createWholeFetch({ fetch, maxBodyBytes }: WholeFetchOptions) {
  return async function wholeFetch(url: string, init: RequestInit): Promise<Response> {
    let target = url
    for (let hop = 0; hop <= maxRedirects; hop++) {
      const response = await answerFrom(() => fetch(target, { ...init, redirect: 'manual' }))
      const location = response.headers.get('location')
      if (response.status < 300 || response.status >= 400 || location === null) {
        return withWholeBody(response, maxBodyBytes)
      }
      await answerFrom(async () => response.body?.cancel(), response.status)
      target = sameOrigin(location, target, response.status)
    }
    throw new IncompleteAnswer('malformed', `more than ${maxRedirects} redirects`)
  }
}

function sameOrigin(location: string, from: string, status: number): string {
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined
  if (to?.origin === new URL(from).origin) return to.href
  throw new IncompleteAnswer('malformed', 'a redirect to another origin', status)
}

async function withWholeBody(response: Response, maxBodyBytes: number): Promise<Response> {
  const { status, headers } = response
  // No Response can be made of it, and none can be understood (RFC 9110 §15).
  if (status > 599) throw new IncompleteAnswer('malformed', 'no status of HTTP', status)
  if (statusesWithoutBody.includes(status)) return new Response(null, { status, headers })

  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = response.body?.getReader()
  while (reader) {
    const { done, value } = await answerFrom(() => reader.read(), status)
    if (done) break
    size += value.byteLength
    if (size > maxBodyBytes) {
      await reader.cancel()
      throw new IncompleteAnswer('malformed', `a body of more than ${maxBodyBytes} bytes`, status)
    }
    chunks.push(value)
  }
  return new Response(new Blob(chunks), { status, headers })
}

async function answerFrom<T>(attempt: () => Promise<T>, status?: number): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    throw new IncompleteAnswer('unreachable', reasonOf(error), status)
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure'
  if (error.name === 'TimeoutError') return 'no complete answer in time'
  const cause = error.cause
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  // Not its message, which quotes the header or the address that fetch refuses.
  return typeof code === 'string' ? code : 'no complete answer'
}
