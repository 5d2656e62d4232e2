import { expect, test } from 'vitest'
import { bodyOf, sample } from './test-support.ts'

const ask = sample()

test('every name exists under fresh and depends on nothing else', async () => {
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
  'a name that GitHub does not allow is not found under fresh either: %s',
  async (name) => {
    const response = await ask(`/repos/fresh/${name}/languages`)

    expect(response.status).toBe(404)
  },
)

test('fresh/computing-… is counted after one request', async () => {
  const path = '/repos/fresh/computing-weeks/stats/participation'

  expect((await ask(path)).status).toBe(202)
  expect((await ask(path)).status).toBe(200)
})

test('fresh/renamed-… has moved to the name that follows', async () => {
  const moved = await ask('/repos/fresh/renamed-thing/languages')
  const location = moved.headers.get('location') ?? ''

  expect(moved.status).toBe(301)
  expect(location).toMatch(/^http:\/\/localhost\/repositories\/\d+\/languages$/)
  expect((await ask(location)).status).toBe(200)
  expect(await (await ask(location.replace('/languages', ''))).json()).toMatchObject({
    full_name: 'fresh/thing',
  })
})

test('the owner fresh lists three repositories that never change', async () => {
  const repositories = await bodyOf<{ full_name: string }[]>(await ask('/orgs/fresh/repos'))

  expect(repositories.map((repo) => repo.full_name).sort()).toEqual([
    'fresh/alpha',
    'fresh/beta',
    'fresh/gamma',
  ])
})

test('repositories of fresh are not found by search', async () => {
  await ask('/repos/fresh/needle-in-a-haystack')
  const byName = await ask('/search/repositories?q=needle-in-a-haystack')
  const byOwner = await ask('/search/repositories?q=user:fresh')
  const nothing = { total_count: 0, incomplete_results: false, items: [] }

  expect(await byName.json()).toEqual(nothing)
  expect(await byOwner.json()).toEqual(nothing)
})
