import type { WebhookEventName } from '@octokit/webhooks/types'
import type { Change, Topic } from '@repo/github'
import { isFullName, isOwnerName } from '@repo/github'

/** What an event has changed: stored data, and the tags of responses that show it. */
export type Changed = { changes: Change[]; tags: string[] }

type Payload = { [field: string]: unknown }

type EventRule = {
  topics: readonly Topic[]
  /** Whether the repository appears in, or disappears from, the lists and pages of its owner. */
  isOwnersToo?: boolean
  /** Where the payload has the time of the event: ISO 8601, or seconds since 1970. */
  time?: readonly string[]
}

const codeAndCi = ['facts', 'code', 'ci'] as const satisfies Topic[]

/**
 * What each event changes. The repository itself is in each rule, because it contains the counts and
 * times that its pages show. Events that are not listed change nothing here.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads
 */
const rules = {
  push: { topics: codeAndCi, time: ['repository', 'pushed_at'] },
  create: { topics: codeAndCi },
  delete: { topics: codeAndCi },
  star: { topics: ['facts', 'stars'], time: ['starred_at'] },
  fork: { topics: ['facts'], time: ['forkee', 'created_at'] },
  watch: { topics: ['facts', 'stars'] },
  issues: { topics: ['facts', 'issues'], time: ['issue', 'updated_at'] },
  issue_comment: { topics: ['facts', 'issues'], time: ['comment', 'updated_at'] },
  pull_request: { topics: ['facts', 'issues'], time: ['pull_request', 'updated_at'] },
  pull_request_review: { topics: ['issues'] },
  pull_request_review_comment: { topics: ['issues'], time: ['comment', 'updated_at'] },
  release: { topics: ['facts', 'releases', 'code'] },
  workflow_run: { topics: ['ci'], time: ['workflow_run', 'updated_at'] },
  check_run: { topics: ['ci'] },
  check_suite: { topics: ['ci'], time: ['check_suite', 'updated_at'] },
  status: { topics: ['ci'], time: ['updated_at'] },
  label: { topics: ['issues'] },
  repository_advisory: {
    topics: ['advisories'],
    time: ['repository_advisory', 'updated_at'],
  },
  public: { topics: ['facts', 'code', 'ci', 'issues', 'releases'], isOwnersToo: true },
  repository: { topics: ['facts', 'code', 'ci', 'issues', 'releases'], isOwnersToo: true },
} as const satisfies Partial<Record<WebhookEventName, EventRule>>

/** The actions that set the time of an object; after others, such as deleted, it may be years old. */
const timedActions: readonly unknown[] = [
  undefined,
  'created',
  'opened',
  'edited',
  'closed',
  'reopened',
  'synchronize',
  'requested',
  'in_progress',
  'completed',
  'published',
]

// Installing an app on a repository does not change it, but events from before are missing.
const INSTALLATION_TOPICS: readonly Topic[] = ['facts', 'code', 'ci', 'issues', 'releases', 'stars']

/**
 * Returns what an event has changed; undefined if it changes nothing that is public. The events of a
 * private repository change nothing, except that it has become private.
 */
export function changedBy(name: string, payload: Payload): Changed | undefined {
  if (name === 'installation' || name === 'installation_repositories') {
    return changedByInstallation(payload)
  }
  const rule: EventRule | undefined = Object.hasOwn(rules, name)
    ? rules[name as keyof typeof rules]
    : undefined
  const repo = readRepo(payload.repository)
  if (!rule || !repo) return undefined
  if (repo.isPrivate && !hasBecomePrivate(name, payload.action)) return undefined
  const owners = rule.isOwnersToo ? [repo.owner, readPreviousOwner(payload)] : []
  return toChanged([repo], rule.topics, readPreviousNames(payload, repo), owners)
}

/** The time of an event, in milliseconds since 1970; undefined if its payload has none. */
export function timeOf(name: string, payload: Payload): number | undefined {
  const rule: EventRule | undefined = Object.hasOwn(rules, name)
    ? rules[name as keyof typeof rules]
    : undefined
  if (!timedActions.includes(payload.action)) return undefined
  const value = rule?.time?.reduce<unknown>((part, field) => readField(part, field), payload)
  if (typeof value === 'number' && Number.isFinite(value)) return value * 1000
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

type EventRepo = { id: number; fullName: string; owner: string; isPrivate: boolean }

function changedByInstallation(payload: Payload): Changed | undefined {
  const lists = [payload.repositories, payload.repositories_added, payload.repositories_removed]
  const repos = lists
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .flatMap((value) => readRepo(value) ?? [])
    .filter(({ isPrivate }) => !isPrivate)
  return repos.length === 0 ? undefined : toChanged(repos, INSTALLATION_TOPICS)
}

function toChanged(
  repos: EventRepo[],
  topics: readonly Topic[],
  previousNames: string[] = [],
  owners: (string | undefined)[] = [],
): Changed {
  const ownerNames = owners.filter((owner) => owner !== undefined)
  return {
    changes: [
      ...repos.map(({ id, fullName }) => ({
        repoNames: [fullName, ...previousNames],
        repoId: id,
        topics,
      })),
      ...ownerNames.map((owner) => ({ repoNames: [], owner, topics })),
    ],
    tags: [
      ...repos.map(({ id }) => `repo:${id}`),
      ...ownerNames.map((owner) => `owner:${owner.toLowerCase()}`),
    ],
  }
}

function hasBecomePrivate(name: string, action: unknown): boolean {
  return name === 'repository' && action === 'privatized'
}

function readRepo(value: unknown): EventRepo | undefined {
  const id = readField(value, 'id')
  const fullName = readField(value, 'full_name')
  const isPublic = readField(value, 'private') === false
  const visibility = readField(value, 'visibility') ?? 'public'
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 0) return undefined
  if (typeof fullName !== 'string' || !isFullName(fullName)) return undefined
  const [owner = ''] = fullName.split('/')
  return { id, fullName, owner, isPrivate: !isPublic || visibility !== 'public' }
}

/** The names that a repository had before it was renamed or transferred. */
function readPreviousNames(payload: Payload, { owner, fullName }: EventRepo): string[] {
  const changes = payload.changes
  const name = readField(readField(readField(changes, 'repository'), 'name'), 'from')
  const previousOwner = readPreviousOwner(payload)
  const [, currentName] = fullName.split('/')
  const names = [
    ...(typeof name === 'string' ? [`${owner}/${name}`] : []),
    ...(previousOwner === undefined ? [] : [`${previousOwner}/${currentName}`]),
  ]
  return names.filter(isFullName)
}

function readPreviousOwner({ changes }: Payload): string | undefined {
  const from = readField(readField(changes, 'owner'), 'from')
  const logins = ['user', 'organization'].map((kind) => readField(readField(from, kind), 'login'))
  return logins.find((login): login is string => typeof login === 'string' && isOwnerName(login))
}

function readField(value: unknown, field: string): unknown {
  const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, field)
  return isObject ? (value as Payload)[field] : undefined
}
