import fc from 'fast-check'
import { dataPath } from './data-route.ts'
import { appPages, viewerApiPaths } from './pages.ts'
import { type RawResponse, send } from './send.ts'
import { newSession, sessionCookieName } from './sessions.ts'
import { type Login, logins, users } from './users.ts'

type Credential = 'session' | 'header' | 'none'

type Step = { login: Login; credential: Credential; path: string; asData: boolean }

type IsolationOptions = {
  /** Where the requests go: to the application, or to a cache in front of it. */
  url: string
  /** The application, where the users sign in. */
  appUrl?: string
  /** The minimum number of requests. */
  requests: number
  seed?: number
  /** The number of concurrent requests. */
  concurrency?: number
}

// Every private page and API route, with ann's repository where the path contains one.
const examplePaths = [
  ...appPages.filter(({ isPrivate }) => isPrivate).map(({ path }) => path),
  ...viewerApiPaths,
  '/api/session',
]
const personalPaths = new Set([
  ...examplePaths.flatMap((path) => logins.map((login) => pathFor(path, login))),
  '/me?sort=name&page=2',
  '/me/repos/acme/rocket',
  '/me/repos/acme/secret-plans',
])
const publicPaths = [
  '/',
  '/search?q=user:ann',
  '/owners/ann',
  `/board?repos=${logins.map((login) => users[login].repo).join(',')}`,
  '/repos/acme/rocket',
  '/repos/acme/secret-plans',
  ...logins.map((login) => `/repos/${users[login].repo}`),
]

const steps = fc.record<Step>({
  login: fc.constantFrom(...logins),
  credential: fc.constantFrom('session', 'header', 'none'),
  path: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...personalPaths) },
    { weight: 1, arbitrary: fc.constantFrom(...publicPaths) },
  ),
  asData: fc.boolean(),
})

/** Returns a path with a user's own repository in the place of ann's. */
function pathFor(path: string, login: Login): string {
  const [anns, theirs] = [users.ann.repo, users[login].repo]
  return path.replace(anns, theirs).replace(encodeURIComponent(anns), encodeURIComponent(theirs))
}

/**
 * Requests many pages as several users, with sessions, with headers and anonymously, in random
 * order and concurrently. A response may contain the canary of the requesting user and no other,
 * and no cache may store a private one. fast-check shrinks a failure to the shortest sequence. Then
 * requests every private page as its user, as another one and anonymously.
 * @returns the number of requests, and the number of responses with the user's own canary.
 */
export async function checkIsolation(options: IsolationOptions) {
  const { url, appUrl = url, requests, seed = 20_261_125, concurrency = 8 } = options
  const sessions = new Map<Login, string>()
  for (const login of logins) {
    const value = await newSession(appUrl, users[login].token)
    sessions.set(login, `${sessionCookieName(appUrl)}=${value}`)
  }
  const done = { sent: 0, ownCanaries: 0 }

  async function sendStep(step: Step): Promise<void> {
    const response = await send(url, pathOf(step), { headers: headersOf(step, sessions) })
    done.sent++
    if (checkResponse(step, response)) done.ownCanaries++
  }

  const orders = fc.array(steps, { maxLength: 100, size: 'max' })
  for (let round = 0; done.sent < requests; round++) {
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        for (let at = 0; at < order.length; at += concurrency) {
          await Promise.all(order.slice(at, at + concurrency).map(sendStep))
        }
      }),
      { seed: seed + round, numRuns: 10 },
    )
  }
  for (const example of examplePaths) await Promise.all(stepsOf(example).map(sendStep))
  return done
}

/** The requests for an example: by the user of its repository, by another one and anonymously. */
function stepsOf(path: string): Step[] {
  const own: Step = { login: 'ann', credential: 'session', path, asData: false }
  const steps: Step[] = [
    own,
    { ...own, login: 'ben', credential: 'header' },
    { ...own, credential: 'none' },
  ]
  return [...steps, ...steps.map((step) => ({ ...step, asData: true }))]
}

function pathOf({ path, asData }: Step): string {
  return asData && !path.startsWith('/api/') ? dataPath(path) : path
}

function headersOf(
  { login, credential }: Step,
  sessions: ReadonlyMap<Login, string>,
): Record<string, string> {
  if (credential === 'header') return { authorization: `Bearer ${users[login].token}` }
  return credential === 'session' ? { cookie: sessions.get(login) ?? '' } : {}
}

/** Throws if a response exposes data of another user. Returns whether it contains the user's canary. */
function checkResponse(step: Step, response: RawResponse): boolean {
  const { login, credential, path } = step
  const isPersonal = personalPaths.has(path)
  const text = `${JSON.stringify(response.headers)}${response.body}`
  const seen = logins.filter((other) => text.includes(users[other].canary))
  const isOwn = credential !== 'none' && isPersonal
  const exposed = seen.filter((other) => !isOwn || other !== login)
  if (exposed.length > 0) fail(step, response, `contains data of ${exposed.join(' and ')}`)

  if (isPersonal && response.headers['cache-control'] !== 'private, no-store') {
    fail(step, response, `may be cached: ${response.headers['cache-control']}`)
  }
  for (const { token } of Object.values(users)) {
    if (text.includes(token)) fail(step, response, 'contains a token')
  }
  // Without private data in the responses the test would prove nothing.
  const isOwnRepo = isOwn && decodeURIComponent(path).includes(users[login].repo)
  if (isOwnRepo && !seen.includes(login)) fail(step, response, 'does not contain their data')
  if (path === '/me' && isOwn && !response.body.includes(`"login":"${login}"`)) {
    fail(step, response, 'does not name its viewer')
  }
  return seen.includes(login)
}

function fail(step: Step, { status }: RawResponse, reason: string): never {
  const { login, credential, asData, path } = step
  const requester = credential === 'none' ? 'an anonymous visitor' : `${login} by ${credential}`
  throw new Error(
    `${path}${asData ? ' as data' : ''}, requested by ${requester}, is a ${status} and ${reason}`,
  )
}
