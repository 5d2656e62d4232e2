import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { type IncomingMessage, type RequestListener, Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setCacheHeaders } from '@repo/cache-headers'
import { findIsrRepo, tagIsrPage } from './isr-page.ts'
import { logRequest } from './process/log.ts'
import { runWithRequestId } from './process/request-id.ts'
import { securityHeaders } from './security-headers.ts'

const SUPPORTED_METHODS = ['GET', 'HEAD']

/**
 * Gives each request its ID, and checks it before Next receives it:
 *
 * - Methods that pages, files and badges do not support get 405. Next renders edge pages for any
 *   method, sends the 405 of a static page with the page's public headers, and throws for TRACE, which
 *   `Request` does not support. API routes check methods themselves.
 * - An upgrade, such as to WebSocket, is a request like any other. Next leaves its connection open
 *   without a response.
 * - A path of a badge or a chart with a malformed `%` reaches its route, which reports an invalid name.
 *   Next responds with a page, and a README shows a broken image.
 * - Next's 400 for any other path with a malformed `%` gets the security headers.
 * - An ISR page gets its cache tag: its function has no response.
 *
 * Returns a function after which servers without a connection stay unchecked.
 */
export function checkRequests(): () => void {
  const servers = new WeakSet<Server>()
  function checkServer(message: unknown) {
    const { server } = (message as { socket: Socket & { server?: unknown } }).socket
    if (!(server instanceof Server) || servers.has(server)) return
    servers.add(server)
    server.removeAllListeners('upgrade')
    checkBeforeListeners(server)
  }
  // Node.js publishes each connection before it reads the first request.
  subscribe('net.server.socket', checkServer)
  return () => unsubscribe('net.server.socket', checkServer)
}

function checkBeforeListeners(server: Server): void {
  const listeners = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', (req, res) => runWithRequestId(req, res, () => check(req, res)))

  function check(req: IncomingMessage, res: ServerResponse & { req: IncomingMessage }): void {
    if (!isAllowed(req)) {
      reject(req, res)
      return
    }
    const [path = '', ...query] = (req.url ?? '').split('?')
    if (!isDecodable(path)) {
      setSecurityHeaders(res)
      if (/^\/api\/(badge|charts)\//.test(path)) {
        req.url = [path.replaceAll('%', '%25'), ...query].join('?')
      }
    }
    const isrRepo = findIsrRepo(decodedPath(req.url ?? ''))
    if (isrRepo !== undefined) tagIsrPage(res, isrRepo)
    for (const listener of listeners) listener.call(server, req, res)
  }
}

function isAllowed({ method = '', url = '' }: IncomingMessage): boolean {
  if (SUPPORTED_METHODS.includes(method)) return true
  return method !== 'TRACE' && /^\/api\/(?!badge\/)/.test(resolvedPath(url))
}

/** The path that Next routes by: without `..`, also where it is written as `%2e%2e`. */
function resolvedPath(url: string): string {
  return URL.canParse(url, 'http://site') ? new URL(url, 'http://site').pathname : ''
}

function decodedPath(url: string): string {
  const path = resolvedPath(url)
  return isDecodable(path) ? decodeURIComponent(path) : ''
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

function reject(req: IncomingMessage, res: ServerResponse): void {
  logRequest(req, res, [])
  setSecurityHeaders(res)
  setCacheHeaders(res, { scope: 'private' })
  res.setHeader('Allow', SUPPORTED_METHODS.join(', '))
  res.setHeader('Content-Type', 'text/plain; charset=utf-8')
  res.writeHead(405).end('Only GET and HEAD are supported.\n')
}

function setSecurityHeaders(res: ServerResponse): void {
  for (const { key, value } of securityHeaders('production')) res.setHeader(key, value)
}
