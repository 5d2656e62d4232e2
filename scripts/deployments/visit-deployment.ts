import { cookiesOf, type RawResponse, send } from '../../e2e/support/send.ts'
import { listVisits, type Visit } from './visits.ts'

/** A visit, and the response that it got. */
export type Result = { visit: Visit; response: RawResponse }

type Options = {
  /** The sample GitHub, at which the deployment signs visitors in. */
  githubUrl: string
  /** The paths to visit; all by default. */
  paths?: readonly string[] | undefined
  isOnVercel?: boolean
  /** Is called before the visits of pages that fail on purpose. */
  beforeFailures?: () => void
}

// Each page needs several requests to the sample GitHub.
const CONCURRENT_VISITS = 4

// The first social card on a busy machine misses its deadline, and redirects to the site's card.
const ATTEMPTS = 3

/** Sends the visits to a deployment, signs in, and requests the scripts and styles of its pages. */
export async function visitDeployment(
  url: string,
  { githubUrl, paths, isOnVercel, beforeFailures }: Options,
): Promise<Result[]> {
  const visits = listVisits(await readBuildId(url), isOnVercel).filter(
    ({ path }) => paths?.includes(path) ?? true,
  )
  const visited = await sendAll(
    url,
    visits.filter(({ status }) => status !== 500),
  )
  const signedIn = paths ? [] : await signIn(url, githubUrl)
  const assets = listAssets(visited).map(
    (path): Visit => ({ path, status: 200, caching: 'immutable' }),
  )
  const loaded = await sendAll(url, assets)
  beforeFailures?.()
  const failed = await sendAll(
    url,
    visits.filter(({ status }) => status === 500),
  )
  return [...visited, ...signedIn, ...loaded, ...failed]
}

async function readBuildId(url: string): Promise<string> {
  const { body } = await send(url, '/learn')
  const [, id = 'unknown'] = /"buildId":"([^"]+)"/.exec(body) ?? []
  return id
}

async function sendAll(url: string, visits: readonly Visit[]): Promise<Result[]> {
  const results: Result[] = []
  const pending = [...visits.entries()]
  async function work(): Promise<void> {
    for (let next = pending.shift(); next; next = pending.shift()) {
      const [index, visit] = next
      results[index] = { visit, response: await sendVisit(url, visit) }
    }
  }
  await Promise.all(Array.from({ length: CONCURRENT_VISITS }, work))
  return results
}

/** Sends the request of a visit. */
export async function sendVisit(url: string, visit: Visit): Promise<RawResponse> {
  const { path, method, headers, body } = visit
  const options = { ...(method && { method }), ...(headers && { headers }), ...(body && { body }) }
  let response = await send(url, path, options)
  for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
    const isLate = path.startsWith('/api/social-card/') && response.status === 307
    if (!isLate) break
    response = await send(url, path, options)
  }
  return response
}

/** Signs in with GitHub, as a browser does, and opens a private page. */
async function signIn(url: string, githubUrl: string): Promise<Result[]> {
  const start: Visit = {
    path: '/api/auth/start?returnTo=/me/inbox',
    status: 303,
    caching: 'private',
  }
  const started = await sendVisit(url, start)
  const authorization = new URL(started.headers.location ?? githubUrl)
  const form = new URLSearchParams([
    ...authorization.searchParams,
    ['login', 'ann'],
    ['decision', 'authorize'],
  ])
  const authorized = await send(githubUrl, '/login/oauth/authorize', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: String(form),
  })
  const { pathname, search } = new URL(authorized.headers.location ?? '/', url)
  const callback: Visit = {
    ...start,
    path: pathname + search,
    headers: { cookie: toCookieHeader(started) },
  }
  const called = await sendVisit(url, callback)
  const inbox: Visit = {
    ...start,
    path: called.headers.location ?? '/me/inbox',
    status: 200,
    headers: { cookie: toCookieHeader(called) },
  }
  return [
    { visit: { ...start, step: 'the start of a sign-in' }, response: started },
    { visit: { ...callback, step: 'the callback of a sign-in' }, response: called },
    {
      visit: { ...inbox, step: 'the inbox after a sign-in' },
      response: await sendVisit(url, inbox),
    },
  ]
}

function toCookieHeader(response: RawResponse): string {
  return Object.entries(cookiesOf(response))
    .filter(([, value]) => value !== '')
    .map((pair) => pair.join('='))
    .join('; ')
}

/** The scripts and style sheets that the visited pages name. */
function listAssets(results: readonly Result[]): string[] {
  return [...new Set(results.flatMap(({ response }) => assetsOf(response)))]
}

/** The scripts and style sheets that a page names. */
export function assetsOf({ headers, body }: RawResponse): string[] {
  if (!headers['content-type']?.startsWith('text/html')) return []
  return [...body.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(([, path = '']) => path)
}
