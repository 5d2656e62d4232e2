import { expect, test } from 'vitest'
import { bodyOf, dateOf, origin, sample, sunday, weekday } from './test-support.ts'

const request = sample()

test('acme/rocket is a healthy repository', async () => {
  expect(await (await request('/repos/acme/rocket')).json()).toMatchObject({
    name: 'rocket',
    full_name: 'acme/rocket',
    private: false,
    owner: { login: 'acme', type: 'Organization', url: `${origin}/users/acme` },
    organization: { login: 'acme' },
    html_url: 'https://github.example/acme/rocket',
    url: `${origin}/repos/acme/rocket`,
    description: 'Staged rollouts for small teams: schedules, watches and takes back a release.',
    homepage: 'https://rocket.acme.example',
    language: 'TypeScript',
    license: { key: 'mit', name: 'MIT License', spdx_id: 'MIT', url: `${origin}/licenses/mit` },
    topics: ['deployment', 'typescript', 'release-engineering'],
    stargazers_count: 12_431,
    watchers_count: 12_431,
    forks_count: 912,
    subscribers_count: 164,
    open_issues_count: 269,
    default_branch: 'main',
    archived: false,
    fork: false,
    is_template: false,
    has_issues: true,
    mirror_url: null,
    visibility: 'public',
    pushed_at: `${dateOf()}T00:00:00Z`,
    created_at: `${dateOf(161 * 7)}T00:00:00Z`,
  })
})

test('acme/rocket has 231 open issues and 38 open pull requests', async () => {
  const everything = await bodyOf<{ pull_request?: object }[]>(
    await request('/repos/acme/rocket/issues?per_page=100&page=3'),
  )
  const pulls = await bodyOf<object[]>(await request('/repos/acme/rocket/pulls?per_page=100'))
  const pages = await Promise.all(
    [1, 2].map((page) => request(`/repos/acme/rocket/issues?per_page=100&page=${page}`)),
  )
  const items = [...everything]
  for (const page of pages) items.push(...(await bodyOf<{ pull_request?: object }[]>(page)))

  expect(everything).toHaveLength(69)
  expect(pulls).toHaveLength(38)
  expect(items.filter((item) => item.pull_request)).toHaveLength(38)
  expect(items.filter((item) => !item.pull_request)).toHaveLength(231)
})

test('acme/rocket has v4.2.1 as the latest of 74 releases', async () => {
  const latest = await (await request('/repos/acme/rocket/releases/latest')).json()
  const releases = await bodyOf<object[]>(await request('/repos/acme/rocket/releases?per_page=100'))

  expect(latest).toMatchObject({
    tag_name: 'v4.2.1',
    draft: false,
    prerelease: false,
    target_commitish: 'main',
    html_url: 'https://github.example/acme/rocket/releases/tag/v4.2.1',
  })
  expect(releases).toHaveLength(74)
  expect(releases[0]).toEqual(latest)
})

test('renders release notes as HTML for the HTML media type', async () => {
  const headers = { accept: 'application/vnd.github.html+json' }
  const [first] = await bodyOf<object[]>(await request('/repos/acme/rocket/releases', { headers }))

  expect(first).toMatchObject({
    body_html: expect.stringMatching(/^<h2>What's changed<\/h2>\n<ul>/),
  })
  expect(first).not.toHaveProperty('body')
})

test('acme/rocket has about 27 commits a week, and one today in the current week', async () => {
  type Week = { week: number; total: number; days: number[] }
  const weeks = await bodyOf<Week[]>(await request('/repos/acme/rocket/stats/commit_activity'))
  const full = weeks.slice(0, -1)
  const mean = full.reduce((sum, week) => sum + week.total, 0) / full.length

  expect(weeks).toHaveLength(52)
  expect(mean).toBeGreaterThan(24)
  expect(mean).toBeLessThan(30)
  expect(weeks.at(-1)?.week).toBe(sunday() / 1000)
  expect(weeks.at(-1)?.days).toEqual([0, 1, 2, 3, 4, 5, 6].map((day) => (day === weekday ? 1 : 0)))
})

test('acme/rocket has 91 contributors including bots, the most active first', async () => {
  type Contributor = { login: string; type: string; contributions: number }
  const path = '/repos/acme/rocket/contributors?per_page=100'
  const contributors = await bodyOf<Contributor[]>(await request(path))
  const counts = contributors.map((item) => item.contributions)

  expect(contributors).toHaveLength(91)
  expect(new Set(contributors.map((item) => item.login)).size).toBe(91)
  expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  expect(contributors.filter((item) => item.type === 'Bot').map((item) => item.login)).toEqual([
    'tidy-deps[bot]',
    'shipyard[bot]',
  ])
})

test('acme/rocket passes its checks', async () => {
  type Runs = { total_count: number; check_runs: { name: string; conclusion: string }[] }
  const runs = await bodyOf<Runs>(await request('/repos/acme/rocket/commits/main/check-runs'))
  const status = await request('/repos/acme/rocket/commits/main/status')

  expect(runs.total_count).toBe(6)
  expect(runs.check_runs.map((run) => [run.name, run.conclusion])).toEqual([
    ['lint', 'success'],
    ['typecheck', 'success'],
    ['unit (node 20)', 'success'],
    ['unit (node 24)', 'success'],
    ['end-to-end', 'success'],
    ['build', 'success'],
  ])
  expect(await status.json()).toMatchObject({
    state: 'success',
    total_count: 1,
    statuses: [{ context: 'preview', state: 'success', description: 'The preview is ready' }],
  })
})
