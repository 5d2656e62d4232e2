import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { controlPath, controlRoutes } from './control/routes.ts'
import { startOfDay } from './data/clock.ts'
import { pathByName } from './data/paths.ts'
import { applyFaults } from './faults/middleware.ts'
import type { SampleContext, SampleEnv } from './http/context.ts'
import {
  parseVersion,
  rateLimitResource,
  SUPPORTED_VERSIONS,
  standardHeaders,
} from './http/headers.ts'
import { sendError } from './http/send.ts'
import { githubError, notFound, rateLimitExceeded, ThrownResponse } from './http/thrown-response.ts'
import { naughtyTexts } from './naughty-texts.ts'
import { applicationRoutes } from './routes/applications.ts'
import { commitRoutes } from './routes/commits.ts'
import { issueRoutes } from './routes/issues.ts'
import { ownerRoutes } from './routes/owners.ts'
import { releaseRoutes } from './routes/releases.ts'
import { repositoryRoutes } from './routes/repository.ts'
import { rootRoutes } from './routes/root.ts'
import { searchRoutes } from './routes/search.ts'
import { searchIssueRoutes } from './routes/search-issues.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { statisticsRoutes } from './routes/statistics.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { viewerRoutes } from './routes/viewer.ts'
import { type Credentials, parseCredentials } from './state/grants.ts'
import { createState, type QuotaClient, type SampleState } from './state/state.ts'

export type SampleOptions = {
  /** The base path of the API, such as `/api/v3` on GitHub Enterprise Server. */
  basePath?: string
  /** The origin that faults redirect to. */
  redirectOrigin?: string
  /** Counts every request as one without a token, and enforces GitHub's limits for those. */
  isAnonymous?: boolean
  /** Milliseconds since 1970. */
  now: () => number
}

/** A fictional GitHub. Every request passes the middleware below from top to bottom. */
export function createSampleGitHub(options: SampleOptions): Hono<SampleEnv> {
  const { basePath = '', redirectOrigin = 'http://127.0.0.2:9', isAnonymous = false, now } = options
  const state = createState(now)
  const root = basePath === '' ? '/' : basePath
  const app = new Hono<SampleEnv>()

  app.use(readRequest(state, { basePath, isAnonymous, now }))
  app.route(`${basePath}${controlPath}`, controlRoutes)
  app.use(countAndAddHeaders)
  app.use(delay)
  app.use(enforceRateLimit)
  app.use(applyFaults(redirectOrigin, now))
  app.use(validateRequest)
  app.use(naughtyTexts)

  app.route('/', signInRoutes)
  app.route('/', tokenRoutes)
  app.route(root, applicationRoutes)
  app.route(root, rootRoutes)
  app.route(root, ownerRoutes)
  app.route(root, searchRoutes)
  app.route(root, searchIssueRoutes)
  app.route(root, viewerRoutes)
  for (const repository of ['/repos/:owner/:repo', '/repositories/:id{\\d+}']) {
    app.route(`${basePath}${repository}`, repositoryRoutes)
    app.route(`${basePath}${repository}`, releaseRoutes)
    app.route(`${basePath}${repository}`, commitRoutes)
    app.route(`${basePath}${repository}`, issueRoutes)
    app.route(`${basePath}${repository}`, statisticsRoutes)
  }

  app.notFound(notImplemented)
  app.onError(toResponse)
  return app
}

/** Sets the request variables that later middleware reads. */
function readRequest(
  state: SampleState,
  { basePath, isAnonymous, now }: { basePath: string; isAnonymous: boolean; now: () => number },
) {
  return createMiddleware<SampleEnv>(async (c, next) => {
    const { origin, pathname } = new URL(c.req.url)
    const path = pathBelow(basePath, pathname)
    const api = `${origin}${basePath}`
    const credentials = parseCredentials(c.req.header('authorization'), state.grants)
    const viewer = typeof credentials === 'object' ? credentials.login : undefined
    const byName = path && pathByName(path)

    c.set('state', state)
    c.set('path', path)
    c.set('paths', [path ?? pathname, ...(byName ? [byName] : [])])
    c.set('view', { api, today: startOfDay(now()), viewer })
    c.set('linkBase', api)
    c.set('identity', viewer ?? 'none')
    c.set('quotaClient', isAnonymous ? anonymousClient : clientWith(credentials))
    c.set('isEnterprise', basePath !== '')
    c.set('credentials', credentials)
    c.set('isSignIn', pathname.startsWith('/login/oauth/'))
    await next()
    if (!c.get('isAlreadySent')) c.res.headers.set('x-sample-github', '1')
  })
}

const anonymousClient: QuotaClient = { identity: 'none', kind: 'anonymous' }

/** Requests without a token have the quota of a token: development and tests need more than sixty. */
function clientWith(credentials: Credentials): QuotaClient {
  if (typeof credentials !== 'object') return { identity: 'none', kind: 'token' }
  return { identity: credentials.login, kind: credentials.isAppToken ? 'app' : 'token' }
}

/** The path without the base path; `undefined` outside of it. */
function pathBelow(basePath: string, pathname: string): string | undefined {
  if (pathname === basePath) return '/'
  return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : undefined
}

/** Counts the request and adds GitHub's standard headers to the response. */
const countAndAddHeaders = createMiddleware<SampleEnv>(async (c, next) => {
  const { search } = new URL(c.req.url)
  const [path = ''] = c.get('paths')
  const counted = c.get('state').countRequest(`${c.req.method} ${path}${search}`, c.get('paths'))
  await next()
  if (c.get('isSignIn')) return

  if (c.res.status === 304) counted.notModified++
  const client = c.get('quotaClient')
  // Without a token even a 304 costs quota.
  const isFree = path === '/rate_limit' || (c.res.status === 304 && client.kind !== 'anonymous')
  if (!isFree) {
    const quota = c.get('state').quotaOf(client, rateLimitResource(path))
    quota.used = Math.min(quota.limit, quota.used + 1)
  }
  if (c.get('isAlreadySent')) return
  for (const [name, value] of Object.entries(standardHeaders(c))) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
})

const delay = createMiddleware<SampleEnv>(async (c, next) => {
  const milliseconds = c.get('state').delayFor(c.get('paths'))
  if (milliseconds > 0) await wait(milliseconds)
  await next()
})

/** Rejects requests without a token once the quota is used up. */
const enforceRateLimit = createMiddleware<SampleEnv>(async (c, next) => {
  const client = c.get('quotaClient')
  const path = c.get('path')
  const isUnlimited = client.kind !== 'anonymous' || c.get('isEnterprise') || c.get('isSignIn')
  if (isUnlimited || path === '/rate_limit') return next()
  const quota = c.get('state').quotaOf(client, rateLimitResource(path))
  if (quota.used >= quota.limit) throw rateLimitExceeded(403, undefined)
  return next()
})

/** Rejects requests that GitHub rejects before routing. */
const validateRequest = createMiddleware<SampleEnv>(async (c, next) => {
  if (c.get('isSignIn')) return next()
  if (!c.req.header('user-agent')) return c.body(missingUserAgent, 403, htmlType)
  // Applications use Basic authentication, which their routes check.
  const isApplication = c.get('path')?.startsWith('/applications/')
  if (c.get('credentials') === 'invalid' && !isApplication)
    throw githubError(401, 'Bad credentials')
  const version = c.req.header('x-github-api-version')
  if (parseVersion(version) === undefined)
    throw githubError(400, unsupportedVersionMessage(version))
  const path = c.get('path')
  if (path && path !== '/' && path.endsWith('/')) throw notFound()
  return next()
})

const htmlType = { 'content-type': 'text/html; charset=utf-8' }
const missingUserAgent =
  'Request forbidden by administrative rules. Please make sure your request has a User-Agent header (https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required). Check https://developer.github.com for other possible causes.\n'

function unsupportedVersionMessage(version = ''): string {
  const quoted = SUPPORTED_VERSIONS.map((supported) => `"${supported}"`).join(', ')
  return `Bad Request: The version you specified in the "X-GitHub-API-Version" request header, "${version}", is not a supported version. The following versions are currently supported: ${quoted}.`
}

/** An unknown path is missing in the sample: a 501 cannot be confused with GitHub's 404. */
function notImplemented(c: SampleContext): Response {
  const [path = ''] = c.get('paths')
  const { method } = c.req
  c.get('state').recordUnknown({ method, path })
  return sendError(501, {
    message: `The sample GitHub does not support ${method} ${path}`,
    method,
    path,
  })
}

function toResponse(error: Error): Response {
  if (error instanceof ThrownResponse) return sendError(error.status, error.body, error.headers)
  console.error(error)
  return sendError(500, { message: `The sample GitHub failed: ${error.message}` })
}
