import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import {
  type CacheEvent,
  formatCacheControl,
  type SimulatedResponse,
  simulate,
} from '@repo/cache-headers'
import fc from 'fast-check'
import { expect, test } from '../../support/behind-test-origin.ts'
import type { CacheName } from '../../support/caches.ts'
import { type RawResponse, send } from '../../support/send.ts'

test.use({ isUnlimited: true })

const HISTORIES = 100
const SEED = 9111
// Lifetimes end a second or more before and after each step: nginx counts whole seconds.
const STEP_SECONDS = 3
const STAGGER_MS = 10

const flag = fc.constant(true as const)
const lifetime = fc.constantFrom(0, 1, 1, 1, 1, 4, 4, 60)
const staleTime = fc.constantFrom(0, 3, 3, 60)

const control = fc.record(
  {
    'max-age': lifetime,
    's-maxage': lifetime,
    'stale-while-revalidate': staleTime,
    'stale-if-error': staleTime,
    public: flag,
    'must-revalidate': flag,
    'proxy-revalidate': flag,
  },
  { requiredKeys: ['max-age'] },
)
const unusual = fc.constantFrom(
  ...['private, max-age=60', 'no-store', 'no-cache, s-maxage=60', 'public', 'max-age=60'],
)
const headers = fc
  .record({
    'Cache-Control': mostly(control.map(formatCacheControl), unusual),
    'CDN-Cache-Control': mostly(fc.constant(''), fc.constantFrom('max-age=60', 'no-store')),
    Vary: mostly(
      fc.constant(''),
      fc.constantFrom('Accept-Encoding', 'Accept-Language', 'accept-language, Cookie'),
    ),
    'Set-Cookie': mostly(fc.constant(''), fc.constantFrom('', 'theme=dark')),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')))

const request = mostly(
  fc.constant<CacheEvent>({ type: 'request' }),
  fc.constantFrom<CacheEvent>(
    { type: 'request', headers: { 'accept-language': 'de' } },
    { type: 'request', headers: { authorization: 'Bearer ann' } },
  ),
)
const originEvent = fc.constantFrom<CacheEvent>(
  { type: 'change' },
  { type: 'fail', failure: 'error' },
  { type: 'fail', failure: 'unreachable' },
  { type: 'recover' },
)
const wait = fc.constant<CacheEvent>({ type: 'wait', seconds: STEP_SECONDS })
const history = fc
  .tuple(
    fc.array(request, { minLength: 1, maxLength: 3 }),
    wait,
    fc.array(originEvent, { maxLength: 2 }),
    // A second request would compete with a background request of the first.
    fc.array(request, { maxLength: 1 }),
    wait,
    fc.array(originEvent, { maxLength: 2 }),
    request,
  )
  .map((parts) => parts.flat())

type Scenario = { headers: Record<string, string>; events: CacheEvent[] }
/** What a visitor and the origin see of a response. */
type Observed = {
  source: 'hit' | 'stale' | 'origin'
  /** The version and the request headers of the response, or an error. */
  content: string
  reachedOrigin: boolean
}

test('the simulator predicts each response of a hundred generated headers and histories', async ({
  cache,
  origin,
}) => {
  const scenarios = fc.sample(fc.record({ headers, events: history }), {
    numRuns: HISTORIES,
    seed: SEED,
  })
  const runs = new Map(scenarios.map((scenario, index) => [`/${index}`, createRun(scenario)]))
  origin.respondWith((received, response) =>
    runs.get(received.url ?? '')?.respond(received, response),
  )

  await Promise.all(
    [...runs].map(async ([path, run], index) => {
      await setTimeout(index * STAGGER_MS)
      await run.play((headers) => send(origin.url, path, { headers }))
    }),
  )

  const predicted = scenarios.map((scenario) => ({
    ...scenario,
    responses: predict(scenario, cache),
  }))
  // The last background requests may still be on their way.
  await expect
    .poll(() =>
      [...runs.values()].map(({ scenario, observed }) => ({ ...scenario, responses: observed })),
    )
    .toEqual(predicted)

  const outcomes = predicted.flatMap(({ responses }) => responses.map(({ source }) => source))
  expect(new Set(outcomes)).toEqual(new Set(['hit', 'stale', 'origin']))
})

function createRun(scenario: Scenario) {
  let version = 1
  let failure: string | null = null
  const observed: Observed[] = []
  let pending: Observed | undefined

  function respond(received: IncomingMessage, response: ServerResponse): void {
    if (pending) pending.reachedOrigin = true
    response.setHeader('Connection', 'close')
    for (const [name, value] of Object.entries(scenario.headers)) response.setHeader(name, value)
    if (failure === 'unreachable') received.destroy()
    else if (failure === 'error') {
      response.removeHeader('CDN-Cache-Control')
      response.setHeader('Cache-Control', 'private, no-store')
      response.writeHead(503).end()
    } else {
      response.end(describeContent(version, received.headers))
    }
  }

  async function play(visit: (headers: Record<string, string>) => Promise<RawResponse>) {
    const startedAt = Date.now()
    let elapsedMs = 0
    for (const event of scenario.events) {
      if (event.type === 'wait') {
        elapsedMs += event.seconds * 1000
        // Neither cache has a clock that a test could set.
        await setTimeout(startedAt + elapsedMs - Date.now())
      } else if (event.type === 'change') version += 1
      else if (event.type === 'fail') failure = event.failure
      else if (event.type === 'recover') failure = null
      else {
        pending = { source: 'origin', content: 'error', reachedOrigin: false }
        observed.push(pending)
        const { status, headers, body } = await visit({ ...event.headers })
        if (headers['x-cache'] === 'HIT') pending.source = 'hit'
        if (headers['x-cache'] === 'STALE') pending.source = 'stale'
        if (status === 200) pending.content = body
      }
    }
  }

  return { scenario, observed, respond, play }
}

function predict({ headers, events }: Scenario, cache: CacheName): Observed[] {
  const name = cache === 'nginx' ? 'nginx' : 'Varnish'
  const simulation = simulate(headers, events).find((candidate) => candidate.cache === name)
  return (simulation?.responses ?? []).filter((response) => response !== null).map(toObserved)
}

function toObserved({
  outcome,
  version,
  originRequest,
  requestHeaders,
}: SimulatedResponse): Observed {
  return {
    source: outcome === 'hit' || outcome === 'stale' ? outcome : 'origin',
    content: version === null ? 'error' : describeContent(version, requestHeaders),
    reachedOrigin: originRequest !== 'none',
  }
}

function describeContent(version: number, headers: Record<string, unknown>): string {
  return `version ${version} for ${headers['accept-language']}, ${headers.authorization}`
}

function mostly<Value>(common: fc.Arbitrary<Value>, rare: fc.Arbitrary<Value>) {
  return fc.oneof({ weight: 5, arbitrary: common }, { weight: 1, arbitrary: rare })
}
