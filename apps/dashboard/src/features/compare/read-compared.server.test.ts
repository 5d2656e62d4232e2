import { createGitHub, createPanel } from '@repo/github'
import { expect, test } from 'vitest'
import { readCompared } from './read-compared.server.ts'

type Repos = Record<string, { id?: number; full_name: string } | number>

/** A GitHub with these repositories by name, or a status; an old name returns the new one. */
function toolsFor(repos: Repos) {
  const requests: string[] = []
  const degraded = { count: 0 }
  const github = createGitHub({
    baseUrl: 'https://github.test',
    fetch: async (...request) => {
      const { pathname } = new URL(new Request(...request).url)
      requests.push(pathname)
      const body = repos[pathname.slice('/repos/'.length)]
      const status = typeof body === 'number' ? body : body ? 200 : 404
      return Response.json(status === 200 ? body : {}, { status })
    },
  })
  const panel = createPanel(() => {
    degraded.count += 1
  })
  return { tools: { github, panel }, requests, degraded }
}

async function compare(repos: Repos, names: readonly string[]) {
  const results = await readCompared(toolsFor(repos).tools, names)
  return results.map((result) =>
    'overview' in result
      ? { fullName: result.overview.repo.fullName, formerNames: result.formerNames }
      : result,
  )
}

const rocket = { id: 1, full_name: 'acme/rocket' }
const moon = { id: 2, full_name: 'acme/moon' }

test.each([
  [['acme/rocket', 'acme/old-name', 'acme/moon']],
  [['acme/old-name', 'acme/moon', 'acme/rocket']],
])('the names %j of two repositories make two results', async (names) => {
  const repos = { 'acme/rocket': rocket, 'acme/old-name': rocket, 'acme/moon': moon }
  expect(await compare(repos, names)).toEqual([
    { fullName: 'acme/rocket', formerNames: ['acme/old-name'] },
    { fullName: 'acme/moon', formerNames: [] },
  ])
})

test('two old names of one repository with an unknown ID make one result', async () => {
  const unknown = { full_name: 'acme/rocket' }
  const repos = { 'acme/a': unknown, 'acme/b': unknown, 'acme/rocket': unknown }
  expect(await compare(repos, ['acme/a', 'acme/nothing', 'acme/b'])).toEqual([
    { fullName: 'acme/rocket', formerNames: ['acme/a', 'acme/b'] },
    { name: 'acme/nothing', missing: 'not-found' },
  ])
})

test('names that redirect to each other are followed once', async () => {
  const { tools, requests } = toolsFor({
    'acme/a': { id: 1, full_name: 'acme/b' },
    'acme/b': { id: 1, full_name: 'acme/a' },
  })
  await expect(readCompared(tools, ['acme/a'])).rejects.toMatchObject({
    kind: 'unreachable',
    message: expect.stringContaining('its names redirect to each other'),
  })
  const repoRequests = requests.filter((path) => /^\/repos\/acme\/[ab]$/.test(path))
  expect(repoRequests.toSorted()).toEqual(['/repos/acme/a', '/repos/acme/b'])
})

test('reads no README, which a comparison does not show', async () => {
  const { tools, requests } = toolsFor({ 'acme/rocket': rocket })
  await readCompared(tools, ['acme/rocket'])
  expect(requests).toContain('/repos/acme/rocket/stats/contributors')
  expect(requests).not.toContain('/repos/acme/rocket/readme')
})

const unreachable = { name: 'acme/down', failure: { state: 'unavailable' } }

test('a repository that GitHub fails to return is a result beside the others', async () => {
  const { tools } = toolsFor({ 'acme/rocket': rocket, 'acme/down': 503 })
  const results = await readCompared(tools, ['acme/down', 'acme/rocket', 'acme/nothing'])
  expect(results).toMatchObject([
    unreachable,
    { name: 'acme/rocket', formerNames: [] },
    { name: 'acme/nothing', missing: 'not-found' },
  ])
})

test('a repository that fails degrades the page, although no panel of it is shown', async () => {
  const { tools, degraded } = toolsFor({
    'acme/rocket': rocket,
    'acme/a': { id: 2, full_name: 'acme/b' },
    'acme/b': { id: 2, full_name: 'acme/a' },
  })
  const results = await readCompared(tools, ['acme/rocket', 'acme/a'])
  expect(results[1]).toEqual({ name: 'acme/a', failure: { state: 'unavailable' } })
  expect(degraded.count).toBe(1)
})

test('throws the failure of the first repository when every one fails', async () => {
  const { tools } = toolsFor({ 'acme/down': 503, 'acme/away': 500 })
  await expect(readCompared(tools, ['acme/down', 'acme/away'])).rejects.toMatchObject({
    kind: 'unreachable',
    path: '/repos/acme/down',
  })
})

test('throws an error that concerns every repository', async () => {
  const { tools } = toolsFor({ 'acme/rocket': rocket, 'acme/token': 401 })
  await expect(readCompared(tools, ['acme/rocket', 'acme/token'])).rejects.toMatchObject({
    kind: 'unauthorized',
  })
})
