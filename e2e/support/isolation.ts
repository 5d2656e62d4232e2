import fc from 'fast-check'
import { dataPath } from './data-route.ts'
import { type Login, logins, people } from './people.ts'
import { type Answer, send } from './send.ts'
import { newSession } from './sessions.ts'

type Credential = 'session' | 'header' | 'nobody'

type Step = { login: Login; credential: Credential; path: string; asData: boolean }

type IsolationOptions = {
  /** Where the requests go: the application, or a cache in front of it. */
  url: string
  /** The application itself, which begins the sessions. */
  appUrl?: string
  /** How many requests are sent at least. */
  requests: number
  seed?: number
  /** How many are under way at once. */
  together?: number
}

const personalPaths = [
  '/me',
  '/me?sort=name&page=2',
  '/me/inbox',
  '/me/repos/acme/rocket',
  '/me/repos/acme/secret-plans',
  ...logins.map((login) => `/me/repos/${people[login].repo}`),
]
const publicPaths = [
  '/',
  '/search?q=user:ann',
  '/owners/ann',
  '/repos/acme/rocket',
  '/repos/acme/secret-plans',
  ...logins.map((login) => `/repos/${people[login].repo}`),
]

const step = fc.record<Step>({
  login: fc.constantFrom(...logins),
  credential: fc.constantFrom('session', 'header', 'nobody'),
  path: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...personalPaths) },
    { weight: 1, arbitrary: fc.constantFrom(...publicPaths) },
    { weight: 1, arbitrary: fc.constant('/api/session') },
  ),
  asData: fc.boolean(),
})

/**
 * Asks for many pages as many users, with sessions, headers and nothing, in a random order and
 * several at once. Whatever comes back may hold the canary of who asks, and of nobody else; below /me
 * nobody may keep it. A failure is shrunk to the shortest order of requests that shows it.
 * @returns how many requests were sent, and how often somebody saw their own canary.
 */
export async function checkIsolation(options: IsolationOptions) {
  const { url, appUrl = url, requests, seed = 20_261_125, together = 8 } = options
  const sessions = new Map<Login, string>()
  for (const login of logins) sessions.set(login, await newSession(appUrl, people[login].token))
  const done = { sent: 0, ownCanaries: 0 }

  async function ask(asked: Step): Promise<void> {
    const answer = await send(url, pathOf(asked), { headers: headersOf(asked, sessions) })
    done.sent++
    if (check(asked, answer)) done.ownCanaries++
  }

  const orders = fc.array(step, { minLength: 1, maxLength: 100, size: 'max' })
  for (let round = 0; done.sent < requests; round++) {
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        for (let at = 0; at < order.length; at += together) {
          await Promise.all(order.slice(at, at + together).map(ask))
        }
      }),
      { seed: seed + round, numRuns: 10 },
    )
  }
  return done
}

function pathOf({ path, asData }: Step): string {
  return asData && path !== '/api/session' ? dataPath(path) : path
}

function headersOf(
  { login, credential }: Step,
  sessions: ReadonlyMap<Login, string>,
): Record<string, string> {
  if (credential === 'header') return { authorization: `Bearer ${people[login].token}` }
  return credential === 'session' ? { cookie: `github-session=${sessions.get(login)}` } : {}
}

/** Throws when an answer shows what it must not; true when it shows the canary of who asks. */
function check(asked: Step, answer: Answer): boolean {
  const { login, credential, path } = asked
  const isPersonal = path.startsWith('/me') || path === '/api/session'
  const shown = `${JSON.stringify(answer.headers)}${answer.body}`
  const seen = logins.filter((other) => shown.includes(people[other].canary))
  const isOwn = credential !== 'nobody' && path.startsWith('/me')
  const strangers = seen.filter((other) => !isOwn || other !== login)
  if (strangers.length > 0) fail(asked, answer, `shows what is ${strangers.join(' and ')}'s`)

  if (isPersonal && answer.headers['cache-control'] !== 'private, no-store') {
    fail(asked, answer, `may be kept: ${answer.headers['cache-control']}`)
  }
  for (const { token } of Object.values(people)) {
    if (shown.includes(token)) fail(asked, answer, 'holds a token')
  }
  // A test that sees nothing of anybody's would prove nothing.
  const isTheirs = isOwn && path === `/me/repos/${people[login].repo}`
  if (isTheirs && !seen.includes(login)) fail(asked, answer, 'does not show what is theirs')
  if (path === '/me' && isOwn && !answer.body.includes(`"login":"${login}"`)) {
    fail(asked, answer, 'does not say whose it is')
  }
  return seen.includes(login)
}

function fail(asked: Step, { status }: Answer, reason: string): never {
  const { login, credential, asData, path } = asked
  const who = credential === 'nobody' ? 'nobody' : `${login} by ${credential}`
  throw new Error(
    `${path}${asData ? ' as data' : ''}, asked by ${who}, is a ${status} and ${reason}`,
  )
}
