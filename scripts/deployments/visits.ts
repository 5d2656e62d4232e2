import { createHmac, randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import {
  type AppPage,
  appPages,
  otherRoutes,
  viewerApiPaths,
  viewerHeaders,
} from '../../e2e/support/pages.ts'
import { users } from '../../e2e/support/users.ts'
import { fromRoot } from '../programs.ts'

/** A request to a deployment, and the response that it must get. */
export type Visit = {
  /** Names a step of a flow, which cannot be repeated alone; other visits are named by their path. */
  step?: string
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
  status: number
  /** Undefined if the configuration does not decide it. */
  caching: Caching | undefined
}

/** The name of a visit in a problem. */
export function nameOf({ step, path }: Visit): string {
  return step ?? path
}

/** Who may store a response: everyone, browsers for an hour, forever, or nobody. */
export type Caching = 'public' | 'file' | 'immutable' | 'private'

/** The secret of the webhooks that the visits send. */
export const WEBHOOK_SECRET = 'a-secret-of-the-deployment-checks-0123456789'

// A page that is not listed is public, or private for a viewer, and responds with 200.
const exceptions: Record<string, Partial<Pick<Visit, 'status' | 'caching'>>> = {
  '/404': { status: 404, caching: 'private' },
  '/500': { status: 500, caching: 'private' },
  '/learn/errors/rendering': { status: 500, caching: 'private' },
  '/learn/errors/secret': { status: 500, caching: 'private' },
  '/learn/errors/thrown': { status: 500, caching: 'private' },
  '/learn/geolocation/yours': { caching: 'private' },
  '/learn/navigation': { caching: 'private' },
  '/sign-in': { caching: 'private' },
  '/status': { caching: 'private' },
}

const ann = { authorization: `Bearer ${users.ann.token}` }
const form = {
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
}

const visit = (path: string, status = 200, caching: Caching = 'public'): Visit => ({
  path,
  status,
  caching,
})

// A route needs its visits here.
const routeVisits: Record<string, Visit[]> = {
  '/.well-known/security.txt': [visit('/.well-known/security.txt')],
  '/api/auth/callback': [visit('/api/auth/callback?code=unknown&state=unknown', 303, 'private')],
  '/api/auth/sign-out': [
    { ...visit('/api/auth/sign-out', 303, 'private'), method: 'POST', headers: form, body: '' },
  ],
  '/api/auth/start': [visit('/api/auth/start?returnTo=/me/inbox', 303, 'private')],
  '/api/auth/token': [
    {
      ...visit('/api/auth/token', 303, 'private'),
      method: 'POST',
      headers: form,
      body: `token=${users.ann.token}`,
    },
  ],
  '/api/badge/repos/[owner]/[badge]': [visit('/api/badge/repos/acme/rocket.svg')],
  '/api/changes': [
    // A response to GET has no end.
    { ...visit('/api/changes?tag=repo:1', 200, 'private'), method: 'HEAD' },
  ],
  '/api/charts/repos/[owner]/[repo]/[file]': [
    visit('/api/charts/repos/acme/rocket/commits.svg'),
    visit('/api/charts/repos/acme/rocket/commits.csv'),
  ],
  '/api/export/[file]': [visit('/api/export/compare.csv?repos=acme/rocket,acme/monolith')],
  '/api/export/me/[file]': viewerVisits('/api/export/me/board', '/api/export/me/compare'),
  '/api/export/me/repos/[owner]/[file]': viewerVisits('/api/export/me/repos/'),
  '/api/export/repos/[owner]/[file]': [visit('/api/export/repos/acme/rocket.json')],
  '/api/health': [visit('/api/health', 200, 'private')],
  // From another site: a push would change what the next visits show.
  '/api/learn/push': [{ ...visit('/api/learn/push', 403, 'private'), method: 'POST', body: '' }],
  '/api/learn/reading': [visit('/api/learn/reading')],
  '/api/pins': [visit('/api/pins?ids=none', 400, 'private')],
  '/api/quota': [visit('/api/quota', 200, 'private')],
  '/api/ready': [visit('/api/ready', 200, 'private')],
  '/api/session': [{ ...visit('/api/session', 200, 'private'), headers: ann }],
  '/api/social-card/repos/[owner]/[card]': [visit('/api/social-card/repos/acme/rocket.png')],
  '/api/source': [visit('/api/source')],
  '/api/suggest': [visit('/api/suggest?q=rocket')],
  '/api/webhooks/github': [signedWebhook(WEBHOOK_SECRET, 202), signedWebhook('another', 401)],
  '/learn/runtime/probe/edge/[outcome]': [
    visit('/learn/runtime/probe/edge/header', 200, 'private'),
  ],
  '/learn/runtime/probe/node/[outcome]': [
    visit('/learn/runtime/probe/node/header', 200, 'private'),
  ],
  '/robots.txt': [visit('/robots.txt')],
  '/sitemap.xml': [visit('/sitemap.xml')],
}

// On Vercel there are no streams of changes.
const vercelStatuses: Readonly<Record<string, number>> = { '/api/changes?tag=repo:1': 404 }

const otherVisits: readonly Visit[] = [
  ...readdirSync(fromRoot('apps/dashboard/public'), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => visit(`/${name}`, 200, 'file')),
  visit('/repos/acme/nothing', 404),
  visit('/repos/failures/status-500', 503, 'private'),
  visit('/repos/acme/old-name', 307, 'private'),
  // `next start` redirects before it applies the configured headers.
  { ...visit('/repos/acme/rocket/', 308), caching: undefined },
  visit('/me', 307, 'private'),
  visit('/nowhere', 404, 'private'),
  visit('/learn/nowhere', 404, 'private'),
  visit('/api/nowhere', 404, 'private'),
  { ...visit('/_next/static/chunks/nowhere.js', 404), caching: undefined },
]

/** The visits of a deployment: every page, as a document and as data, every route and every file. */
export function listVisits(buildId: string, isOnVercel = false): Visit[] {
  const missing = otherRoutes.filter((route) => !routeVisits[route])
  if (missing.length > 0) {
    throw new Error(`Add visits of ${missing.join(', ')} to scripts/deployments/visits.ts`)
  }
  const visits = [
    ...appPages.flatMap((page) => pageVisits(page, buildId)),
    ...otherRoutes.flatMap((route) => routeVisits[route] ?? []),
    ...otherVisits,
  ]
  if (!isOnVercel) return visits
  return visits.map((visit) => ({ ...visit, status: vercelStatuses[visit.path] ?? visit.status }))
}

function pageVisits(page: AppPage, buildId: string): Visit[] {
  const { route, path, isPrivate, rendering, template } = page
  const document: Visit = {
    ...visit(path, 200, isPrivate ? 'private' : 'public'),
    headers: viewerHeaders(page),
    ...exceptions[route],
  }
  // A static page without props has no data, and an error has none.
  const hasData = rendering !== 'ssg' || route.includes('[')
  if (template === 'error' || !hasData) return [document]
  return [document, { ...document, path: dataPath(path, buildId) }]
}

/** The path from which the browser loads the props of a page. */
function dataPath(path: string, buildId: string): string {
  const { pathname, search } = new URL(path, 'http://deployment.test')
  return `/_next/data/${buildId}${pathname === '/' ? '/index' : pathname}.json${search}`
}

function viewerVisits(...starts: string[]): Visit[] {
  return viewerApiPaths
    .filter((path) => starts.some((start) => path.startsWith(start)))
    .map((path) => ({ ...visit(path, 200, 'private'), headers: ann }))
}

function signedWebhook(secret: string, status: number): Visit {
  const body = JSON.stringify({ zen: 'Keep it logically awesome.' })
  return {
    ...visit('/api/webhooks/github', status, 'private'),
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'ping',
      'x-github-delivery': randomUUID(),
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
    body,
  }
}
