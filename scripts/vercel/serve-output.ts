import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { dirname, extname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Server } from '../deployments/servers.ts'
import { createTemporaryFolder } from '../repository-copy.ts'
import {
  type BuildOutput,
  type BuiltFunction,
  functionPath,
  type Prerender,
} from './build-output.ts'
import { loadEdgeFunction } from './edge-function.ts'
import {
  createResponse,
  type FunctionRequest,
  type RunningFunction,
  startNodeFunction,
  toHeaders,
} from './node-function.ts'
import { type Destination, requireKnownRules, routeError, routeRequest } from './route-request.ts'

type Options = {
  port: number
  env: Record<string, string>
  /** Gets each line that a function prints. */
  onLogLine: (line: string) => void
}

type Resource =
  | { type: 'static'; file: string; contentType: string }
  | { type: 'function'; route: string; built: BuiltFunction; prerender: Prerender | undefined }

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'application/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
}

/** Serves a Build Output by its own routing table, with its functions, and without a cache. */
export async function serveOutput(output: BuildOutput, options: Options): Promise<Server> {
  requireKnownRules(output.routes)
  const find = createFinder(output)
  const functions = new Map<string, Promise<RunningFunction>>()

  // Pages with the same configuration share a function.
  async function invoke(built: BuiltFunction, request: FunctionRequest): Promise<Response> {
    const running = functions.get(built.folder) ?? start(output, built, options)
    functions.set(built.folder, running)
    const { invoke } = await running
    return invoke(request)
  }

  async function respond(req: IncomingMessage): Promise<Response> {
    const request = await readRequest(req)
    const destination = await routeRequest(output.routes, request, {
      find,
      async runMiddleware(path) {
        const built = output.functionOf(path)
        if (!built) throw new Error(`The routing table names ${path}, which is no function`)
        const response = await invoke(built, request)
        return response.headers.has('x-middleware-next') ? undefined : response
      },
    })
    if (destination instanceof Response) return destination
    const { resource, status = 404 } = destination
    if (resource?.type === 'static') return serveFile(resource, destination)
    if (!resource) return new Response(null, { status, headers: destination.headers })
    try {
      const { built, route, prerender } = resource
      if (prerender?.fallback) return serveFallback(output, route, prerender, destination)
      return withHeaders(
        await invoke(built, toFunctionRequest(request, destination, prerender)),
        destination,
      )
    } catch (error) {
      options.onLogLine(`error: a function failed: ${error}`)
      const page = routeError(output.routes, 500, find)
      const failed = { ...destination, status: 500 }
      return page?.type === 'static' ? serveFile(page, failed) : new Response(null, { status: 500 })
    }
  }

  const server = createServer((req, res) => {
    respond(req)
      .then((response) => sendResponse(res, response))
      .catch((error: unknown) => {
        options.onLogLine(`error: ${error}`)
        res.destroy()
      })
  })
  await new Promise<void>((resolve) => server.listen(options.port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${options.port}`,
    async end() {
      server.close()
      server.closeAllConnections()
      for (const running of functions.values()) (await running).end()
    },
  }
}

async function start(
  { copy }: BuildOutput,
  built: BuiltFunction,
  { env, onLogLine }: Options,
): Promise<RunningFunction> {
  if (built.settings.runtime === 'edge') return loadEdgeFunction(built, env)
  const folder = createTemporaryFolder('vercel-function')
  return startNodeFunction(built, { copy, folder, env, onLogLine })
}

/** Looks up paths as Vercel does: static files first, then functions. */
function createFinder(output: BuildOutput): (path: string) => Resource | undefined {
  const files = new Map(
    output.staticFiles.map((file) => {
      const { path = file, contentType } = output.overrides[file] ?? {}
      return [path, { file, contentType: contentType ?? contentTypes[extname(file)] ?? '' }]
    }),
  )
  return (path) => {
    const route = decodeURIComponent(path)
    const found = files.get(route.slice(1) || 'index')
    if (found) return { type: 'static', ...found, file: join(output.folder, 'static', found.file) }
    const built = output.functionOf(route)
    return built && { type: 'function', route, built, prerender: output.prerenderOf(route) }
  }
}

async function readRequest(req: IncomingMessage): Promise<FunctionRequest> {
  const { method = 'GET', url: target = '/', headers } = req
  const address = req.socket.remoteAddress
  const added = {
    'x-forwarded-host': headers.host,
    'x-forwarded-proto': 'http',
    'x-forwarded-for': address,
    'x-real-ip': address,
    'x-vercel-forwarded-for': address,
  }
  return { method, target, headers: { ...headers, ...added }, body: await buffer(req) }
}

/** The request for a function; a cached one receives only what its configuration names. */
function toFunctionRequest(
  request: FunctionRequest,
  { path, query, importantHeaders }: Destination<Resource>,
  prerender: Prerender | undefined,
): FunctionRequest {
  const { pathname } = new URL(request.target, 'http://deployment.test')
  const { allowQuery, allowHeader } = prerender ?? {}
  const entries = [...query].filter(([name]) => allowQuery?.includes(name) ?? true)
  const headers = Object.entries(request.headers).filter(
    ([name]) => allowHeader?.includes(name) ?? true,
  )
  const search = String(new URLSearchParams(entries))
  return {
    ...request,
    target: `${prerender ? path : pathname}${search && `?${search}`}`,
    headers: {
      ...Object.fromEntries(headers),
      'x-matched-path': importantHeaders.get('x-matched-path') ?? path,
    },
  }
}

function serveFile(
  { file, contentType }: { file: string; contentType: string },
  destination: Destination<Resource>,
): Response {
  const body = readFileSync(file)
  const headers = toHeaders({
    'cache-control':
      destination.headers.get('cache-control') ?? 'public, max-age=0, must-revalidate',
    'content-length': String(body.length),
    'content-type': contentType,
  })
  return withHeaders(createResponse(body, destination.status ?? 200, headers), destination)
}

/** The response of the build, for a route that is cached. */
function serveFallback(
  { folder }: BuildOutput,
  route: string,
  { fallback, initialStatus = 200, initialHeaders = {} }: Prerender,
  destination: Destination<Resource>,
): Response {
  const file = join(dirname(functionPath(folder, route)), fallback?.fsPath ?? '')
  const body = readFileSync(file)
  const headers = toHeaders({
    'content-length': String(body.length),
    'content-type': contentTypes[extname(file)],
    ...initialHeaders,
  })
  return withHeaders(createResponse(body, initialStatus, headers), destination)
}

/** Adds the headers of the routing table to those of a function or a file. */
function withHeaders(
  response: Response,
  { headers, importantHeaders }: Destination<Resource>,
): Response {
  for (const [name, value] of headers) {
    if (!response.headers.has(name)) response.headers.set(name, value)
  }
  for (const [name, value] of importantHeaders) response.headers.set(name, value)
  return response
}

async function sendResponse(
  res: ServerResponse,
  { status, headers, body }: Response,
): Promise<void> {
  res.statusCode = status
  res.setHeaders(headers)
  res.end(body ? Buffer.from(await new Response(body).arrayBuffer()) : undefined)
}
