import { expect, test } from 'vitest'
import type { SpendRequest } from '../resources/fetch-entry.ts'
import { createWorld } from '../test-support/world.ts'

const renewedAt = '2026-06-01T13:00:00.000Z'

/** A budget of a number of requests. */
function budgetOf(total: number) {
  const budget = {
    spent: 0,
    purposes: new Set<string>(),
    spendRequest: async (purpose: 'data' | 'token') => {
      budget.purposes.add(purpose)
      return ++budget.spent > total ? renewedAt : undefined
    },
  }
  return budget
}

function repo(id = 1, headers = {}) {
  return Response.json({ id, full_name: 'acme/rocket', stargazers_count: 7 }, { headers })
}

test('a request counts against the budget, and cached data does not', async () => {
  const { stars } = createWorld(() => repo())
  const budget = budgetOf(1)
  await stars(budget)
  await stars(budget)
  expect(budget.spent).toBe(1)
})

test('a conditional request does not count', async () => {
  const { stars, clock, requests } = createWorld(() => repo(1, { etag: '"a"' }))
  const budget = budgetOf(1)
  await stars(budget)
  clock.advance(3600)
  await stars(budget)
  expect(requests).toHaveLength(2)
  expect(budget.spent).toBe(1)
})

test('the request for the quotas does not count', async () => {
  const { client } = createWorld(() => Response.json({ resources: {} }))
  const budget = budgetOf(0)
  await client.forRequest(budget).getRateLimit()
  expect(budget.spent).toBe(0)
})

test('when the budget is used up, nothing is requested, recorded or stored', async () => {
  const { stars, client, shared, requests } = createWorld(() => repo())
  await expect(stars(budgetOf(0))).rejects.toMatchObject({
    kind: 'too-many-requests',
    until: renewedAt,
  })
  expect(requests).toEqual([])
  expect(client.status().lastErrors).toEqual([])
  expect([...shared.entries]).toEqual([])
})

test('a client is not rejected with another that requests the same resource', async () => {
  const { stars, requests } = createWorld(() => repo())
  const [refused, served] = await Promise.allSettled([stars(budgetOf(0)), stars(budgetOf(1))])
  expect(refused).toMatchObject({ reason: { kind: 'too-many-requests' } })
  expect(served).toMatchObject({ value: { stars: 7 } })
  expect(requests).toHaveLength(1)
})

test('the last tenth of the quota is reserved for essential requests', async () => {
  const quota = (remaining: number) => ({
    'x-ratelimit-resource': 'core',
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(Date.parse(renewedAt) / 1000),
  })
  const { client, respondWith } = createWorld(({ url }) =>
    url.includes('readme') || url.includes('contributors')
      ? Response.json([])
      : repo(1, quota(500)),
  )
  const github = client.forRequest()
  await github.getRepo('acme', 'rocket')
  expect((await github.listContributors('acme', 'rocket')).data).toEqual([])

  respondWith(({ url }) => (url.includes('releases') ? Response.json([]) : repo(1, quota(499))))
  await client
    .forRequest()
    .getOwner('acme')
    .catch(() => {})
  await expect(client.forRequest().getReadme('acme', 'rocket')).rejects.toMatchObject({
    kind: 'rate-limited',
    until: renewedAt,
  })
  const releases = await client.forRequest().listReleases('acme', 'rocket', { page: 1 })
  expect(releases.data.items).toEqual([])
})

test('the last tenth of the searches is reserved for those that are not optional', async () => {
  const quota = (remaining: number) => ({
    'x-ratelimit-resource': 'search',
    'x-ratelimit-limit': '30',
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(Date.parse(renewedAt) / 1000),
  })
  const found = { total_count: 0, incomplete_results: false, items: [] }
  const { client, respondWith } = createWorld(() => Response.json(found, { headers: quota(3) }))
  const search = (q: string, isOptional: boolean) =>
    client.forRequest().searchRepos({ q, sort: 'best-match', page: 1, isOptional })
  await search('a', false)
  respondWith(() => Response.json(found, { headers: quota(2) }))
  expect((await search('b', true)).data.items).toEqual([])

  await expect(search('c', true)).rejects.toMatchObject({ kind: 'rate-limited', until: renewedAt })
  expect((await search('c', false)).data.items).toEqual([])
  expect((await search('c', true)).data.items).toEqual([])
})

test('a token counts once, when GitHub verifies it; what its viewer reads does not', async () => {
  const { client, requests } = createWorld(({ url }) =>
    url.endsWith('/user') ? Response.json({ id: 1, login: 'ann' }) : repo(),
  )
  const budget = budgetOf(1)
  async function read(viewerToken: string) {
    const github = client.forRequest({ ...budget, viewerToken })
    const { data } = await github.getRepo('acme', 'rocket')
    return data.stars
  }
  expect(await read('ghp_ann')).toBe(7)
  expect(await read('ghp_ann')).toBe(7)
  expect(budget).toMatchObject({ spent: 1, purposes: new Set(['token']) })

  const sentBefore = requests.length
  await expect(read('ghp_made_up')).rejects.toMatchObject({
    kind: 'too-many-requests',
    until: renewedAt,
  })
  expect(requests).toHaveLength(sentBefore)
})

test('a client is not rejected with another that verifies the same token', async () => {
  const { client } = createWorld(({ url }) =>
    url.endsWith('/user') ? Response.json({ id: 1, login: 'ann' }) : repo(),
  )
  const read = ({ spendRequest }: { spendRequest: SpendRequest }) =>
    client.forRequest({ spendRequest, viewerToken: 'ghp_ann' })
  // The second client arrives while the first verifies the token, and has time to join it.
  let served: Promise<unknown> | undefined
  const withoutBudget = {
    async spendRequest() {
      served = read(budgetOf(1)).getRepo('acme', 'rocket')
      for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
      return renewedAt
    },
  }
  await expect(read(withoutBudget).getViewer()).rejects.toMatchObject({ kind: 'too-many-requests' })
  await expect(served).resolves.toMatchObject({ data: { stars: 7 } })
})
