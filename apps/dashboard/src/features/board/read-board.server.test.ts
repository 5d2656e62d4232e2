import { createGitHub, createPanel } from '@repo/github'
import { expect, test } from 'vitest'
import { MAX_READS_PER_REPO } from './board-row.ts'
import { readBoard } from './read-board.server.ts'

const now = Date.parse('2026-06-01T12:00:00Z')
const nextPage = '<https://github.test/repositories/1/issues?page=2>; rel="next"'

const passingCheck = {
  total_count: 1,
  check_runs: [{ name: 'build', status: 'completed', conclusion: 'success' }],
}

type Responder = (path: string) => Response | undefined

/** A GitHub that responds as `respond` says, and else with a repository that has everything. */
function toolsFor(
  respond: Responder = () => undefined,
  identity: { token?: string; viewerToken?: string } = { token: 'ghp_server' },
) {
  const requests: string[] = []
  const degraded = { count: 0 }
  const github = createGitHub({
    baseUrl: 'https://github.test',
    ...identity,
    now: () => now,
    pause: async () => {},
    fetch: async (...request) => {
      const { url } = new Request(...request)
      if (url.endsWith('/user')) return Response.json({ login: 'ann' })
      const path = url.slice('https://github.test/repos/'.length)
      requests.push(path)
      return respond(path) ?? Response.json(bodyOf(path))
    },
  })
  const panel = createPanel(() => {
    degraded.count++
  })
  return { tools: { github, panel }, requests, degraded }
}

function bodyOf(path: string): unknown {
  const [, name = '', rest = ''] = /^([^/]+\/[^/?]+)\/?(.*)$/.exec(path) ?? []
  if (rest === '') return repoNamed(name)
  if (rest.startsWith('actions/runs')) {
    return { workflow_runs: [{ conclusion: 'failure' }] }
  }
  if (rest.startsWith('commits/HEAD/check-runs')) return passingCheck
  if (rest.startsWith('commits/HEAD/status')) return { statuses: [] }
  if (rest.startsWith('releases/latest')) return { tag_name: 'v1' }
  if (rest.startsWith('compare/')) return { ahead_by: 3 }
  if (rest.startsWith('issues?since')) return [{ created_at: '2026-06-01T00:00:00Z' }]
  if (rest.startsWith('issues?sort')) return [{ number: 1, comments: 0 }]
  if (rest.startsWith('pulls')) return [{}, {}]
  return []
}

function repoNamed(full_name: string, facts: object = {}) {
  return {
    id: idOf(full_name),
    private: false,
    full_name,
    default_branch: 'main',
    open_issues_count: 5,
    ...facts,
  }
}

function idOf(name: string): number {
  return [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1_000_000
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `acme/repo-${index}`)

test('reads a repository in as many requests as it states, however long its lists are', async () => {
  const { tools, requests } = toolsFor((path) =>
    path.includes('issues?sort')
      ? Response.json([{ number: 1, comments: 0 }], { headers: { link: nextPage } })
      : undefined,
  )
  const [row] = await readBoard(tools, ['acme/repo-0'], { now })
  expect(row).toMatchObject({
    name: 'acme/repo-0',
    cells: {
      ci: { value: 'passing' },
      runs: { value: { passed: 0, total: 1 } },
      awaitingResponse: { value: 1, orMore: true },
      issues: { value: 3 },
      issuesChange: { value: 1 },
      pulls: { value: 2 },
      unreleased: { value: { commits: 3 } },
      release: { value: { tag: 'v1' } },
      newStars: { value: 0 },
      advisories: { value: { published: 0, unpatched: 0 } },
    },
  })
  const unlike = requests.filter((path, index) => requests.indexOf(path) === index)
  expect(unlike).toHaveLength(MAX_READS_PER_REPO)
  expect(unlike).toContain(
    'acme/repo-0/issues?since=2026-05-25T00%3A00%3A00.000Z&state=all&sort=updated&per_page=100',
  )
})

test('a repository that is missing, blocked or unreachable is a row', async () => {
  const { tools, degraded } = toolsFor((path) => {
    if (path.startsWith('acme/missing')) return Response.json({}, { status: 404 })
    if (path.startsWith('acme/blocked')) return Response.json({}, { status: 451 })
    if (path === 'acme/down') return Response.json({}, { status: 500 })
    return undefined
  })
  const rows = await readBoard(tools, ['acme/missing', 'acme/blocked', 'acme/rocket'], { now })
  expect(rows).toMatchObject([
    { name: 'acme/missing', missing: 'not-found' },
    { name: 'acme/blocked', missing: 'blocked' },
    { name: 'acme/rocket', cells: {} },
  ])
  expect(degraded.count).toBe(0)

  expect(await readBoard(tools, ['acme/down', 'acme/rocket'], { now })).toMatchObject([
    { name: 'acme/down', failure: { state: 'unavailable' } },
    { name: 'acme/rocket', cells: {} },
  ])
  expect(degraded.count).toBeGreaterThan(0)
  await expect(readBoard(tools, ['acme/down'], { now })).rejects.toMatchObject({
    kind: 'unreachable',
  })
})

test('an old name is a row of the current repository, with which it is merged', async () => {
  const { tools } = toolsFor((path) =>
    path === 'acme/old' ? Response.json(repoNamed('acme/new')) : undefined,
  )
  expect(await readBoard(tools, ['acme/old', 'acme/rocket', 'acme/new'], { now })).toMatchObject([
    { name: 'acme/new', formerNames: ['acme/old'] },
    { name: 'acme/rocket', formerNames: [] },
  ])
})

test('disabled issues do not degrade the page', async () => {
  const { tools, degraded } = toolsFor((path) => {
    if (path === 'acme/repo-0') {
      return Response.json(repoNamed('acme/repo-0', { has_issues: false }))
    }
    return path.includes('/issues') ? Response.json({}, { status: 410 }) : undefined
  })
  const [row] = await readBoard(tools, names(1), { now })
  expect(row).toMatchObject({
    cells: { issues: { state: 'disabled' }, pulls: { value: 2 } },
  })
  expect(degraded.count).toBe(0)
})

test('a rate limit in the middle leaves what was read, in the order of need', async () => {
  const reset = now / 1000 + 600
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) }
  const isLimited = (path: string) => /advisories|stargazers|issues\?since/.test(path)
  const { tools } = toolsFor(
    (path) => (isLimited(path) ? Response.json({}, { status: 403, headers }) : undefined),
    { viewerToken: 'ghp_ann' },
  )
  const rows = await readBoard(tools, names(6), { now })
  const limited = { state: 'rate-limited', until: new Date(reset * 1000).toISOString() }
  for (const row of rows) {
    expect(row).toMatchObject({
      cells: { ci: { value: 'passing' }, issues: { value: 1 }, newStars: limited },
    })
  }
})
