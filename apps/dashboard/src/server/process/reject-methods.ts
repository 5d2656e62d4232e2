import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { setCacheHeaders } from '@repo/cache-headers'
import { securityHeaders } from '#build/security-headers.ts'
import { logRequest } from './log.ts'

const READING_METHODS = ['GET', 'HEAD']

/**
 * Responds with 405 to methods that pages, files and badges do not support, before Next receives the
 * request. Next renders edge pages for any method, sends a 405 of a static page with the page's public
 * headers, and throws at TRACE, which no `Request` can have. API routes check methods themselves.
 */
export function rejectOtherMethods(): void {
  const servers = new WeakSet<Server>()
  // Node.js publishes each request before the server emits it.
  subscribe('http.server.request.start', (message) => {
    const { server } = message as { server: Server }
    if (servers.has(server)) return
    servers.add(server)
    checkMethodsFirst(server)
  })
}

function checkMethodsFirst(server: Server): void {
  const listeners = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', (req, res) => {
    if (isAllowed(req)) for (const listener of listeners) listener.call(server, req, res)
    else reject(req, res)
  })
}

function isAllowed({ method = '', url = '' }: IncomingMessage): boolean {
  return READING_METHODS.includes(method) || /^\/api\/(?!badge\/)/.test(url)
}

function reject(req: IncomingMessage, res: ServerResponse): void {
  logRequest(req, res, [])
  for (const { key, value } of securityHeaders('production')) res.setHeader(key, value)
  setCacheHeaders(res, { scope: 'private' })
  res.setHeader('Allow', READING_METHODS.join(', '))
  res.setHeader('Content-Type', 'text/plain; charset=utf-8')
  res.writeHead(405).end('Only GET and HEAD are supported.\n')
}
