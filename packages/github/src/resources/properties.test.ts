import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { asOf, githubRouting } from '../test-support/github.ts'
import {
  dateTimes,
  describedBody,
  describedPaths,
  isFixed,
  oddValues,
  plainBody,
} from '../test-support/openapi.ts'
import type { GitHub } from './index.ts'
import type { Snapshot } from './read.ts'

// Hundreds of reads take long on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

const repo = ['acme', 'rocket'] as const
const page = { page: 1 }

/** Each read, by the path of the response that is changed. */
const reads: Record<string, (github: GitHub) => Promise<Snapshot<unknown>>> = {
  '/rate_limit': (github) => github.getRateLimit(),
  '/repos/{owner}/{repo}': (github) => github.getRepo(...repo),
  '/repos/{owner}/{repo}/actions/runs': (github) => github.countWorkflowRuns(...repo, 'main'),
  '/repos/{owner}/{repo}/commits/{ref}/check-runs': (github) => github.getChecks(...repo),
  '/repos/{owner}/{repo}/commits/{ref}/status': (github) => github.getChecks(...repo),
  '/repos/{owner}/{repo}/community/profile': (github) => github.getCommunityProfile(...repo),
  '/repos/{owner}/{repo}/compare/{basehead}': (github) =>
    github.getUnreleasedCommits(...repo, 'v1.0.0'),
  '/repos/{owner}/{repo}/contributors': (github) => github.listContributors(...repo),
  '/repos/{owner}/{repo}/issues': (github) => github.listConversations(...repo),
  '/repos/{owner}/{repo}/issues/comments': (github) => github.listConversations(...repo),
  '/repos/{owner}/{repo}/languages': (github) => github.getLanguages(...repo),
  '/repos/{owner}/{repo}/pulls/comments': (github) => github.listConversations(...repo),
  '/repos/{owner}/{repo}/releases': (github) => github.listReleases(...repo, page),
  '/repos/{owner}/{repo}/releases/latest': (github) => github.getLatestRelease(...repo),
  '/repos/{owner}/{repo}/security-advisories': (github) => github.listSecurityAdvisories(...repo),
  '/repos/{owner}/{repo}/stats/code_frequency': (github) => github.getCodeFrequency(...repo),
  '/repos/{owner}/{repo}/stats/commit_activity': (github) => github.getCommitActivity(...repo),
  '/repos/{owner}/{repo}/stats/contributors': (github) => github.getContributorStats(...repo),
  '/repos/{owner}/{repo}/stats/participation': (github) => github.getParticipation(...repo),
  '/search/issues': (github) =>
    github.listIssuesOrPulls(...repo, { kind: 'issue', state: 'open', sort: 'newest', page: 1 }),
  '/search/repositories': (github) => github.searchRepos({ q: 'x', sort: 'stars', page: 1 }),
  '/search/users': (github) => github.searchOwners({ q: 'x' }),
  '/user': (github) => github.getViewer(),
  '/user/repos': (github) => github.listViewerRepos({ sort: 'pushed', page: 1 }),
  '/users/{username}': (github) => github.getOwner('mona'),
  '/users/{username}/repos': (github) => github.listOwnerRepos('mona', { sort: 'name', page: 1 }),
}

/** A GitHub that returns the usual bodies, but for one path. */
function githubWith(changedPath: string, changedBody: unknown): GitHub {
  return githubRouting(
    (url) => {
      const path = describedPaths.find((described) => matches(described, url)) ?? ''
      return { body: path === changedPath ? changedBody : plainBody(path) }
    },
    changedPath.startsWith('/user/') || changedPath === '/user' ? { viewerToken: 'token' } : {},
  )
}

function matches(path: string, url: string): boolean {
  const pattern = path.replace(/\{\w+\}/g, '[^/]+')
  return new RegExp(`^${pattern}$`).test(url.split('?')[0] ?? '')
}

test('every described path has a read', () => {
  expect(Object.keys(reads)).toEqual(describedPaths)
})

test.each(Object.entries(reads))(
  'reads every body that GitHub describes for %s',
  async (path, read) => {
    await fc.assert(
      fc.asyncProperty(describedBody(path), async (body) => {
        expect(await read(githubWith(path, body))).toMatchObject({ asOf })
      }),
    )
  },
)

type Path = (string | number)[]

/** Where a response says what it is a list of, or holds the list: without it nothing can be read. */
const envelopes = [
  ...['check_runs', 'files', 'items', 'resources', 'statuses', 'workflow_runs', 'all', 'owner'],
]

/** The paths of the fields of a body, each of which may be odd. */
function fieldsOf(value: unknown, path: Path = []): Path[] {
  const isList = Array.isArray(value)
  const below = Object.entries(isObject(value) ? value : {}).flatMap(([key, field]) =>
    isFixed(key) ? [] : fieldsOf(field, [...path, isList ? Number(key) : key]),
  )
  const isEnvelope = path.length === 0 || (path.length === 1 && envelopes.includes(`${path[0]}`))
  return isEnvelope ? below : [path, ...below]
}

function withField(value: unknown, [key, ...rest]: Path, field: unknown): unknown {
  if (key === undefined) return field
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === key ? withField(item, rest, field) : item))
  }
  const object = isObject(value) ? value : {}
  return {
    ...object,
    [key]: withField(Object.getOwnPropertyDescriptor(object, key)?.value, rest, field),
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** The usual body, with a second usual item in its list. */
function bodyWithTwoItems(path: string): unknown {
  const body = plainBody(path)
  if (Array.isArray(body)) return [...body, ...body]
  if (path.endsWith('/languages')) return { ...Object(body), other: 3 }
  return Object.fromEntries(
    Object.entries(Object(body)).map(([key, value]) => [
      key,
      envelopes.includes(key) && Array.isArray(value) ? [...value, ...value] : value,
    ]),
  )
}

const oddField = (body: unknown) =>
  fc.record({ field: fc.constantFrom(...fieldsOf(body)), odd: oddValues })

/** How many fields of our own differ. */
function differences(usual: object, changed: object): string[] {
  const other = new Map(Object.entries(changed))
  return Object.entries(usual).flatMap(([key, value]) =>
    JSON.stringify(value) === JSON.stringify(other.get(key)) ? [] : key,
  )
}

test.each(Object.entries(reads))('reads %s whichever field is odd', async (path, read) => {
  const body = bodyWithTwoItems(path)
  await fc.assert(
    fc.asyncProperty(oddField(body), async ({ field, odd }) => {
      const github = githubWith(path, withField(body, field, odd))
      expect(await read(github)).toMatchObject({ asOf })
    }),
    { numRuns: 100 },
  )
})

// One field of GitHub's is at most two of ours: a fork and its source, a state and its time.
const MAX_DIFFERENCES = 2

test.each([
  '/repos/{owner}/{repo}',
  '/repos/{owner}/{repo}/compare/{basehead}',
  '/repos/{owner}/{repo}/releases/latest',
  '/user',
  '/users/{username}',
])('keeps all other fields of %s when one is odd', async (path) => {
  const body = plainBody(path)
  const read = reads[path]
  const usual = await read?.(githubWith(path, body))
  await fc.assert(
    fc.asyncProperty(oddField(body), async ({ field, odd }) => {
      const changed = await read?.(githubWith(path, withField(body, field, odd)))
      const lost = differences(Object(usual?.data), Object(changed?.data))
      expect(lost.length).toBeLessThanOrEqual(MAX_DIFFERENCES)
      expect({ ...changed, data: null }).toEqual({ ...usual, data: null })
    }),
    { numRuns: 100 },
  )
})

test.each([
  '/repos/{owner}/{repo}/contributors',
  '/repos/{owner}/{repo}/issues',
  '/repos/{owner}/{repo}/releases',
  '/repos/{owner}/{repo}/stats/commit_activity',
  '/search/issues',
  '/search/repositories',
  '/search/users',
  '/user/repos',
  '/users/{username}/repos',
])('keeps the other item of %s, and the other fields, when one is odd', async (path) => {
  const body = bodyWithTwoItems(path)
  const read = reads[path]
  const [usual] = itemsOf(await read?.(githubWith(path, body)))
  await fc.assert(
    fc.asyncProperty(oddField(body), async ({ field, odd }) => {
      const changed = await read?.(githubWith(path, withField(body, field, odd)))
      const items = itemsOf(changed)
      expect(items.some((item) => differences(usual ?? {}, item).length === 0)).toBe(true)
      for (const item of items) {
        expect(differences(usual ?? {}, item).length).toBeLessThanOrEqual(MAX_DIFFERENCES)
      }
      expect(items.length === 2 || changed?.partial === true).toBe(true)
    }),
    { numRuns: 100 },
  )
})

function itemsOf(snapshot: Snapshot<unknown> | undefined): object[] {
  const data = snapshot?.data
  const items = isObject(data) && 'items' in data ? data.items : data
  return Array.isArray(items) ? items : []
}

test('normalizes every date of RFC 3339 to UTC in whole seconds', async () => {
  await fc.assert(
    fc.asyncProperty(dateTimes, async ({ text, utc }) => {
      const body = { full_name: 'acme/rocket', created_at: text }
      const github = githubWith('/repos/{owner}/{repo}', body)
      expect((await github.getRepo(...repo)).data.createdAt).toBe(utc)
    }),
    { numRuns: 200 },
  )
})
