import { expect, test } from 'vitest'
import { bodyOf, dateOf, iso, linkTo, origin, sample, sunday } from '../test-support.ts'

const request = sample()

type Commit = {
  sha: string
  commit: { author: { date: string }; message: string }
  author: { login: string } | null
  parents: { sha: string }[]
}
type Comparison = {
  status: string
  ahead_by: number
  behind_by: number
  total_commits: number
  commits: Commit[]
  base_commit: Commit
  merge_base_commit: Commit
  permalink_url: string
  files?: { filename: string }[]
}

async function commits(query: string): Promise<Commit[]> {
  return bodyOf<Commit[]>(await request(`/repos/acme/rocket/commits?per_page=100&${query}`))
}

async function compare(basehead: string): Promise<Comparison> {
  return bodyOf<Comparison>(await request(`/repos/acme/rocket/compare/${basehead}`))
}

test('lists commits newest first, each followed by its parent', async () => {
  const list = await commits('')
  const dates = list.map((commit) => commit.commit.author.date)

  expect(list).toHaveLength(100)
  expect(dates).toEqual(dates.toSorted().reverse())
  expect(dates[0]).toBe(`${dateOf()}T00:00:00Z`)
  for (const [index, commit] of list.slice(0, -1).entries()) {
    expect(commit.parents[0]?.sha).toBe(list[index + 1]?.sha)
  }
})

test('lists the commits of a period', async () => {
  const [since, until] = [iso(sunday(2)), iso(sunday(1))]
  const list = await commits(`since=${since}&until=${until}`)
  const dates = list.map((commit) => commit.commit.author.date)

  expect(list.length).toBeGreaterThan(15)
  expect(dates.every((date) => date >= since && date <= until)).toBe(true)
})

test('agrees with the statistics about the commits of a week', async () => {
  type Week = { week: number; total: number }
  const weeks = await bodyOf<Week[]>(await request('/repos/acme/rocket/stats/commit_activity'))
  const last = weeks.at(-2)
  const list = await commits(`since=${iso(sunday(1))}&until=${iso(sunday() - 1000)}`)

  expect(last?.week).toBe(sunday(1) / 1000)
  expect(list).toHaveLength(last?.total ?? 0)
})

test('begins at the commit of a tag or hash', async () => {
  const all = await commits('')
  const [tagged] = await commits('sha=v4.2.1')
  const [hashed] = await commits(`sha=${all[7]?.sha}`)

  expect(all.map((commit) => commit.sha).indexOf(tagged?.sha ?? '')).toBeGreaterThan(0)
  expect(hashed?.sha).toBe(all[7]?.sha)
  expect((await request('/repos/acme/rocket/commits?sha=no-such-branch')).status).toBe(404)
})

test('has commits with e-mails that belong to no account', async () => {
  const list = await commits('')

  expect(list.some((commit) => commit.author === null)).toBe(true)
  expect(list.filter((commit) => commit.author !== null).length).toBeGreaterThan(80)
})

test('compares a release with the branch', async () => {
  const all = await commits('')
  const [tagged] = await commits('sha=v4.2.1')
  const distance = all.findIndex((commit) => commit.sha === tagged?.sha)
  const found = await compare('v4.2.1...main')

  expect(found).toMatchObject({
    status: 'ahead',
    ahead_by: distance,
    behind_by: 0,
    total_commits: distance,
    base_commit: { sha: tagged?.sha },
    merge_base_commit: { sha: tagged?.sha },
  })
  expect(found.commits.map((commit) => commit.sha)).toEqual(
    all
      .slice(0, distance)
      .map((commit) => commit.sha)
      .reverse(),
  )
})

test('pages the commits of a comparison, with the files on the first page only', async () => {
  const path = '/repos/acme/rocket/compare/v4.2.1...main?per_page=1'
  const first = await request(path)
  const second = await request(`${path}&page=2`)
  const [one, two] = [await bodyOf<Comparison>(first), await bodyOf<Comparison>(second)]
  const url = `${origin}/repositories/297040578/compare/v4.2.1...main?per_page=1`

  expect(linkTo(first, 'next')).toBe(`${url}&page=2`)
  expect(linkTo(first, 'last')).toBe(`${url}&page=${one.total_commits}`)
  expect(linkTo(second, 'first')).toBe(`${url}&page=1`)
  expect([one.commits.length, two.commits.length]).toEqual([1, 1])
  expect(one.files).toHaveLength(one.total_commits)
  expect(two).not.toHaveProperty('files')
  expect((await request('/repos/acme/rocket/compare/v4.2.1...main')).headers.get('link')).toBe(null)
})

test('names both commits in the permanent URL of a comparison', async () => {
  const [head] = await commits('')
  const [tagged] = await commits('sha=v4.2.1')

  expect((await compare('v4.2.1...main')).permalink_url).toBe(
    `https://github.example/acme/rocket/compare/acme:${tagged?.sha.slice(0, 7)}...acme:${head?.sha.slice(0, 7)}`,
  )
  expect((await compare('main...nova:main')).permalink_url).toMatch(
    /\/compare\/acme:[0-9a-f]{7}\.\.\.nova:[0-9a-f]{7}$/,
  )
})

test('compares backward and with itself', async () => {
  expect(await compare('main...v4.2.1')).toMatchObject({
    status: 'behind',
    ahead_by: 0,
    commits: [],
  })
  expect(await compare('main...HEAD')).toMatchObject({
    status: 'identical',
    ahead_by: 0,
    behind_by: 0,
    total_commits: 0,
    commits: [],
  })
})

test('compares with a fork', async () => {
  const found = await compare('main...nova:main')

  expect(found.status).toBe('diverged')
  expect(found.ahead_by).toBeGreaterThan(0)
  expect(found.behind_by).toBeGreaterThan(0)
  expect(found.commits).toHaveLength(found.ahead_by)
})

test.each(['main...nowhere', 'nowhere...main', 'main', 'main...ben:main'])(
  'responds with 404 to the comparison %s',
  async (basehead) => {
    expect((await request(`/repos/acme/rocket/compare/${basehead}`)).status).toBe(404)
  },
)

test('rejects a ref that does not exist', async () => {
  const response = await request('/repos/acme/rocket/commits/feature%2Fnothing/check-runs')

  expect(response.status).toBe(422)
  expect(await response.json()).toEqual({
    message: 'No commit found for SHA: feature/nothing',
    documentation_url: 'https://docs.github.com/rest',
    status: '422',
  })
})
