import { expect, test } from 'vitest'
import { bodyOf, sample } from './test-support.ts'

const request = sample()

test('every name exists under fresh, and its data depends only on the name', async () => {
  const [first, again, other] = await Promise.all(
    ['one-test', 'One-Test', 'other-test'].map((name) => sample()(`/repos/fresh/${name}`)),
  )

  expect(first?.status).toBe(200)
  const text = await first?.text()
  expect(text).toContain('"full_name":"fresh/one-test"')
  expect(await again?.text()).toBe(text)
  expect(await other?.text()).not.toBe(text)
})

test.each(['a%2Fb', 'spa%20ce', 'x'.repeat(101), '%F0%9F%9A%80'])(
  'an invalid repository name is not found under fresh: %s',
  async (name) => {
    const response = await request(`/repos/fresh/${name}/languages`)

    expect(response.status).toBe(404)
  },
)

test('fresh/computing-… has its statistics after one request', async () => {
  const path = '/repos/fresh/computing-weeks/stats/participation'

  expect((await request(path)).status).toBe(202)
  expect((await request(path)).status).toBe(200)
})

test('fresh/renamed-… redirects to the rest of its name', async () => {
  const moved = await request('/repos/fresh/renamed-thing/languages')
  const location = moved.headers.get('location') ?? ''

  expect(moved.status).toBe(301)
  expect(location).toMatch(/^http:\/\/localhost\/repositories\/\d+\/languages$/)
  expect((await request(location)).status).toBe(200)
  expect(await (await request(location.replace('/languages', ''))).json()).toMatchObject({
    full_name: 'fresh/thing',
  })
})

test('the owner fresh always lists the same three repositories', async () => {
  const repositories = await bodyOf<{ full_name: string }[]>(await request('/orgs/fresh/repos'))

  expect(repositories.map((repo) => repo.full_name).sort()).toEqual([
    'fresh/alpha',
    'fresh/beta',
    'fresh/gamma',
  ])
})

test('searches do not find repositories of fresh', async () => {
  await request('/repos/fresh/needle-in-a-haystack')
  const byName = await request('/search/repositories?q=needle-in-a-haystack')
  const byOwner = await request('/search/repositories?q=user:fresh')
  const nothing = { total_count: 0, incomplete_results: false, items: [] }

  expect(await byName.json()).toEqual(nothing)
  expect(await byOwner.json()).toEqual(nothing)
})
