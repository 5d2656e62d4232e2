import { createGitHub, createPanel } from '@repo/github'
import { expect, test } from 'vitest'
import { readCompared } from './read-compared.server.ts'

/** A GitHub with these repositories by name; a request for an old name returns the new one. */
function toolsFor(repos: Record<string, { id?: number; full_name: string }>) {
  const requests: string[] = []
  const github = createGitHub({
    baseUrl: 'https://github.test',
    fetch: async (...request) => {
      const { pathname } = new URL(new Request(...request).url)
      requests.push(pathname)
      const body = repos[pathname.slice('/repos/'.length)]
      return Response.json(body ?? {}, { status: body ? 200 : 404 })
    },
  })
  return { tools: { github, panel: createPanel(() => {}) }, requests }
}

async function compare(
  repos: Record<string, { id?: number; full_name: string }>,
  names: readonly string[],
) {
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
  expect(requests).toContain('/repos/acme/rocket/contributors')
  expect(requests).not.toContain('/repos/acme/rocket/readme')
})
