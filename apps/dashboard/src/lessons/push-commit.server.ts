import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { createFetch } from '@repo/github'
import { isrPath } from '#server/isr-page.ts'
import { readEnv } from '#server/process/env.ts'
import { gitHub } from '#server/process/github.ts'
import { readWebhookSteps, type WebhookStep } from '#server/process/webhook-steps.ts'
import { lessons } from '#tutorial/lessons.ts'
import { getExampleRepo } from './example-repo.server.ts'

/** What a visitor gets from a page: the newest push that it shows, and what caches say about it. */
export type Visit = { pushedAt: string | null; cacheStatus: string | null; age: number | null }

/** A page before and after a push, and the time until it showed the push; null if it did not. */
export type ChangedPage = { before: Visit; after: Visit; milliseconds: number | null }

/** A push at the sample GitHub, and what it changed. */
export type Push = {
  sha: string
  /** ISO 8601, with milliseconds. */
  pushedAt: string
  /** The status of the response to the webhook; null if there was none. */
  webhookStatus: number | null
  /** Milliseconds from the push to the end of each step; null if this process did not see it. */
  steps: Record<WebhookStep, number | null>
  page: ChangedPage
  isrPage: ChangedPage
}

/** Longer than the lifetime of a page in a cache that cannot be purged. */
const MAX_WAIT_MS = 8000
const POLL_MS = 100
const REQUEST_TIMEOUT_MS = 10_000
const MAX_PUSHES = 20

// In Next, pages and API routes each have their own instance of this module.
const name = Symbol.for('@repo/dashboard pushes')
const holder = globalThis as { [name]?: Map<string, Push> }

const fetchWholeBody = createFetch({
  fetch: (...request) => fetch(...request),
  maxBodyBytes: 1_000_000,
})

let running: Promise<string> | undefined

/** Whether the lesson can push: to a sample GitHub on this machine, which nobody else uses. */
export function canPush(): boolean {
  const { githubApiUrl, isSampleData, webhookSecrets } = readEnv()
  const { hostname } = new URL(githubApiUrl)
  const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
  return isSampleData && isLocal && webhookSecrets.length > 0
}

/**
 * Pushes a commit to the example repository at the sample GitHub, and waits until the pages show
 * it. One push runs at a time: a second caller gets the result of the first one.
 * @returns the ID by which `findPush` returns the result.
 * @throws Error if there is no sample GitHub.
 */
export function pushCommit(): Promise<string> {
  running ??= runPush().finally(() => {
    running = undefined
  })
  return running
}

/** Returns one of the last pushes of this process. */
export function findPush(id: unknown): Push | undefined {
  return typeof id === 'string' ? holder[name]?.get(id) : undefined
}

async function runPush(): Promise<string> {
  await requireSampleGitHub()
  const { owner, repo } = getExampleRepo()
  const fullName = `${owner}/${repo}`
  const paths = [lessons.revalidation.path, isrPath(fullName)] as const
  // The first visit fills the caches, the second one shows what they contain.
  await Promise.all(paths.map(visit))
  const [page, isrPage] = await Promise.all([visit(paths[0]), visit(paths[1])])

  const { sha, pushedAt, delivery, status } = await pushToSample(fullName)
  const [changedPage, changedIsrPage] = await Promise.all([
    waitForPush(paths[0], page, pushedAt),
    waitForPush(paths[1], isrPage, pushedAt),
  ])
  const steps = readWebhookSteps(delivery)
  const millisecondsUntil = (step: WebhookStep) => {
    const endedAt = steps[step]
    return endedAt === undefined ? null : endedAt - pushedAt
  }
  const push = {
    sha,
    pushedAt: new Date(pushedAt).toISOString(),
    webhookStatus: status ?? null,
    steps: {
      received: millisecondsUntil('received'),
      marked: millisecondsUntil('marked'),
      regenerated: millisecondsUntil('regenerated'),
      purged: readEnv().purgeTarget ? millisecondsUntil('purged') : null,
    },
    page: changedPage,
    isrPage: changedIsrPage,
  }
  return store(push)
}

function store(push: Push): string {
  const id = randomUUID()
  holder[name] ??= new Map()
  holder[name].set(id, push)
  const [oldest] = holder[name].keys()
  if (holder[name].size > MAX_PUSHES && oldest !== undefined) holder[name].delete(oldest)
  return id
}

/** Another server must not receive the secret: only the sample names itself in each response. */
async function requireSampleGitHub(): Promise<void> {
  const response = await send(`${readEnv().githubApiUrl}/rate_limit`)
  if (response.headers.get('x-sample-github') !== '1') throw new Error('There is no sample GitHub')
}

type SamplePush = { sha: string; pushedAt: number; delivery: string; status?: number }

async function pushToSample(repository: string): Promise<SamplePush> {
  const { githubApiUrl, siteUrl, webhookSecrets } = readEnv()
  const [secret = ''] = webhookSecrets
  const response = await send(`${githubApiUrl}/_control/push`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      repository,
      webhook: { url: `${siteUrl}/api/webhooks/github`, secret },
    }),
  })
  if (!response.ok) throw new Error(`The sample GitHub responds with status ${response.status}`)
  const pushed: SamplePush = await response.json()
  return pushed
}

/** Visits a page until it shows the push, or until it is given up. */
async function waitForPush(path: string, before: Visit, pushedAt: number): Promise<ChangedPage> {
  // GitHub's dates have whole seconds.
  const expectedAt = Math.floor(pushedAt / 1000) * 1000
  for (;;) {
    const after = await visit(path)
    const milliseconds = Date.now() - pushedAt
    const isNew = after.pushedAt !== null && Date.parse(after.pushedAt) >= expectedAt
    if (isNew) return { before, after, milliseconds }
    if (milliseconds > MAX_WAIT_MS) return { before, after, milliseconds: null }
    await setTimeout(POLL_MS)
  }
}

// The most informative header comes first.
const cacheStatusHeaders = ['x-cache', 'x-vercel-cache', 'cf-cache-status', 'x-nextjs-cache']

/** Requests a page of this site at its public address, as a visitor without a session does. */
async function visit(path: string): Promise<Visit> {
  const response = await send(`${readEnv().siteUrl}${path}`)
  const { headers } = response
  const cacheStatus = cacheStatusHeaders
    .map((header) => headers.get(header))
    .find((value) => value !== null)
  const age = headers.get('age')
  return {
    pushedAt: readPushedAt(await response.text()),
    cacheStatus: cacheStatus ?? null,
    age: age === null ? null : Number(age),
  }
}

/** Reads the props that Next prints into the HTML of a page. */
function readPushedAt(html: string): string | null {
  const [, json] = /<script id="__NEXT_DATA__" type="application\/json">([^<]*)/.exec(html) ?? []
  if (json === undefined) return null
  const { props }: { props: { pageProps?: { reading?: { pushedAt: string | null } } } } =
    JSON.parse(json)
  return props.pageProps?.reading?.pushedAt ?? null
}

function send(url: string, init: RequestInit = {}): Promise<Response> {
  return fetchWholeBody(url, {
    ...init,
    redirect: 'manual',
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  })
}

/** Whether several instances share stored data through Redis. */
export function hasSharedStore(): boolean {
  return gitHub().isShared
}
