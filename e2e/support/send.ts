import { type IncomingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'

/** A response, as it came over the wire. */
export type RawResponse = { status: number; headers: IncomingHttpHeaders; body: string }

type SendOptions = { method?: string; headers?: Record<string, string | string[]>; body?: string }

/**
 * Sends a request unchanged, with a path or a `Host` that no browser would send.
 * @param path the request target (RFC 9112 §3.2), a path or an absolute URL.
 */
export function send(
  origin: string,
  path: string,
  { method = 'GET', headers = {}, body }: SendOptions = {},
): Promise<RawResponse> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      text(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        reject,
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** The name and the value of each cookie that a response sets. */
export function cookiesOf({ headers }: RawResponse): Record<string, string> {
  return Object.fromEntries(
    (headers['set-cookie'] ?? []).map((cookie) => {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}
