import { expect, test } from 'vitest'
import { as, bodyOf, dateOf, origin, sample } from './test-support.ts'

const request = sample()

test('acme/lunar-lander is archived and has no commits in the past year', async () => {
  expect(await (await request('/repos/acme/lunar-lander')).json()).toMatchObject({
    archived: true,
    pushed_at: `${dateOf(640)}T00:00:00Z`,
  })
  const activity = await request('/repos/acme/lunar-lander/stats/commit_activity')
  const weeks = await bodyOf<{ total: number }[]>(activity)
  expect(weeks.every((week) => week.total === 0)).toBe(true)
})

test.each([
  ['/commits', 409, '{"message":"Git Repository is empty.",'],
  ['/contributors', 204, ''],
  ['/stats/commit_activity', 204, ''],
  ['/stats/participation', 204, ''],
  ['/stats/contributors', 204, ''],
  ['/stats/code_frequency', 204, ''],
  ['/languages', 200, '{}'],
  ['/readme', 404, '{"message":"Not Found",'],
  ['/releases/latest', 404, '{"message":"Not Found",'],
  ['/releases', 200, '[]'],
  ['/issues', 200, '[]'],
  ['/commits/main/check-runs', 422, '{"message":"No commit found for SHA: main",'],
])('acme/blank is empty: %s responds with %i', async (path, status, start) => {
  const response = await request(`/repos/acme/blank${path}`)

  expect(response.status).toBe(status)
  const text = await response.text()
  expect(start === '' || !start.endsWith(',') ? text : text.slice(0, start.length)).toBe(start)
})

test('acme/old-name redirects to the id of acme/new-name and keeps path and query', async () => {
  const moved = await request('/repos/acme/old-name/issues?state=all')
  const { id } = await bodyOf<{ id: number }>(await request('/repos/acme/new-name'))
  const location = `${origin}/repositories/${id}/issues?state=all`

  expect(moved.status).toBe(301)
  expect(moved.headers.get('location')).toBe(location)
  expect(await moved.json()).toEqual({
    message: 'Moved Permanently',
    url: location,
    documentation_url:
      'https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects',
  })
  expect(await (await request(`/repositories/${id}`)).json()).toMatchObject({
    full_name: 'acme/new-name',
  })
  expect((await request(location)).status).toBe(200)
})

test('acme/takedown is blocked', async () => {
  for (const path of ['/repos/acme/takedown', '/repos/acme/takedown/languages']) {
    const response = await request(path)
    expect(response.status).toBe(451)
    expect(await response.json()).toEqual({
      message: 'Repository access blocked',
      block: {
        reason: 'dmca',
        created_at: '2026-02-03T10:12:45Z',
        html_url: 'https://github.example/notices/2026-02-03-takedown.md',
      },
    })
  }
})

test('acme/monolith is too large for some endpoints', async () => {
  const contributors = await request('/repos/acme/monolith/contributors')
  const frequency = await request('/repos/acme/monolith/stats/code_frequency')
  const languages = await bodyOf<object>(await request('/repos/acme/monolith/languages'))

  expect(contributors.status).toBe(403)
  expect(await contributors.json()).toEqual({
    message:
      'The history or contributor list is too large to list contributors for this repository via the API.',
    documentation_url: 'https://docs.github.com/rest/repos/repos#list-repository-contributors',
    status: '403',
  })
  expect(frequency.status).toBe(422)
  expect(Object.keys(languages)).toHaveLength(12)
  expect(await (await request('/repos/acme/monolith')).json()).toMatchObject({
    stargazers_count: 128_540,
    open_issues_count: 4_812 + 617,
  })
})

test('acme/monolith lists a pre-release first, which is not the latest release', async () => {
  const [first] = await bodyOf<object[]>(await request('/repos/acme/monolith/releases?per_page=1'))

  expect(first).toMatchObject({ tag_name: 'v18.7.0-beta.1', prerelease: true })
  expect(await (await request('/repos/acme/monolith/releases/latest')).json()).toMatchObject({
    tag_name: 'v18.6.0',
    prerelease: false,
  })
})

test('acme/counting responds with 202 to the first two requests for each statistic', async () => {
  const requestAgain = sample()
  const statuses = async (resource: string) => {
    const responses = []
    for (let count = 0; count < 3; count++) {
      responses.push(await requestAgain(`/repos/acme/counting/stats/${resource}`))
    }
    expect(await responses[0]?.text()).toBe('{}')
    return responses.map((response) => response.status)
  }

  expect(await statuses('commit_activity')).toEqual([202, 202, 200])
  expect(await statuses('contributors')).toEqual([202, 202, 200])
  await requestAgain('/_control/reset', { method: 'POST' })
  expect(await statuses('commit_activity')).toEqual([202, 202, 200])
})

test('acme/polyglot has text in many scripts', async () => {
  type Body = { description: string; topics: string[] }
  const { description, topics } = await bodyOf<Body>(await request('/repos/acme/polyglot'))

  expect(description).toContain('👩‍🚀🚀')
  expect(description).toContain('שלום')
  expect(description).toContain('e\u0301te\u0301')
  expect(description).toContain('</script><script>alert(1)</script>')
  expect(description).toContain('\u2028')
  expect(topics).toEqual(['i18n', 'ελληνικά', '日本語', 'עברית', 'emoji-🚀'])

  const issues = await (await request('/repos/acme/polyglot/issues?per_page=100')).text()
  expect(issues).toContain('"name":"改善"')
  const releases = await (await request('/repos/acme/polyglot/releases')).text()
  expect(releases).toMatch(/"name":"v\d\.\d\.\d (?:Ἀργώ 🚀|白夜|גרסת האביב)/)
  const contributors = await (await request('/repos/acme/polyglot/contributors?anon=1')).text()
  expect(contributors).toContain('"name":"李 明"')
})

test('a private repository is not found without access', async () => {
  const status = async (path: string, login?: 'ann' | 'ben') =>
    (await request(`/repos/${path}`, login && as(login))).status

  expect(await status('acme/secret-plans')).toBe(404)
  expect(await status('acme/secret-plans', 'ann')).toBe(200)
  expect(await status('acme/secret-plans/languages', 'ben')).toBe(200)
  expect(await status('ann/diary', 'ann')).toBe(200)
  expect(await status('ann/diary', 'ben')).toBe(404)
  expect(await status('ben/ledger', 'ben')).toBe(200)
  expect(await status('ben/ledger', 'ann')).toBe(404)
  expect(await status('ben/ledger/issues')).toBe(404)
})

test('a private repository is not found by its id either', async () => {
  const { id } = await bodyOf<{ id: number }>(await request('/repos/acme/secret-plans', as('ann')))

  expect((await request(`/repositories/${id}`)).status).toBe(404)
  expect((await request(`/repositories/${id}`, as('ben'))).status).toBe(200)
})

test('a private repository includes fields that must not leak', async () => {
  expect(await (await request('/repos/ann/diary', as('ann'))).json()).toMatchObject({
    private: true,
    visibility: 'private',
    temp_clone_token: 'SAMPLECLONETOKENann',
    permissions: { admin: true, maintain: true, push: true, triage: true, pull: true },
  })
})

test('nova/rocket is a fork with its parent and source', async () => {
  expect(await (await request('/repos/nova/rocket')).json()).toMatchObject({
    fork: true,
    owner: { login: 'nova', type: 'User' },
    parent: { full_name: 'acme/rocket', stargazers_count: 12_431 },
    source: { full_name: 'acme/rocket' },
  })
  expect((await request('/repos/nova/rocket/community/profile')).status).toBe(404)
})

test('acme/quiet-corner has issues disabled', async () => {
  const response = await request('/repos/acme/quiet-corner/issues')

  expect(response.status).toBe(410)
  expect(await response.json()).toEqual({
    message: 'Issues are disabled for this repo',
    documentation_url: 'https://docs.github.com/rest/issues/issues#list-repository-issues',
    status: '410',
  })
  expect(await (await request('/repos/acme/quiet-corner')).json()).toMatchObject({
    has_issues: false,
    open_issues_count: 3,
  })
  expect(await bodyOf<object[]>(await request('/repos/acme/quiet-corner/pulls'))).toHaveLength(3)
})

test('acme/starter is a template and acme/looking-glass a mirror', async () => {
  expect(await (await request('/repos/acme/starter')).json()).toMatchObject({ is_template: true })
  expect(await (await request('/repos/acme/looking-glass')).json()).toMatchObject({
    mirror_url: 'https://git.looking-glass.example/telescope.git',
  })
})

test('acme/bare has null or nothing in every optional field', async () => {
  expect(await (await request('/repos/acme/bare')).json()).toMatchObject({
    description: null,
    homepage: null,
    language: null,
    license: null,
    topics: [],
    stargazers_count: 0,
  })
  expect(await (await request('/repos/acme/bare/languages')).json()).toEqual({})
  expect(await (await request('/repos/acme/bare/releases')).json()).toEqual([])
  expect(await (await request('/repos/acme/bare/commits/main/status')).json()).toMatchObject({
    state: 'pending',
    total_count: 0,
    statuses: [],
  })
})

test('acme/red-light fails its checks', async () => {
  type Runs = { check_runs: { conclusion: string }[] }
  const runs = await bodyOf<Runs>(await request('/repos/acme/red-light/commits/HEAD/check-runs'))

  expect(runs.check_runs.map((run) => run.conclusion)).toEqual([
    'success',
    'success',
    'success',
    'failure',
    'failure',
    'skipped',
  ])
  expect(await (await request('/repos/acme/red-light/commits/main/status')).json()).toMatchObject({
    state: 'failure',
  })
})

test.each(['/repos/nobody/rocket', '/repos/acme/nothing', '/repositories/1', '/repos/failures/x'])(
  '%s does not exist',
  async (path) => {
    const response = await request(path)

    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({
      message: 'Not Found',
      documentation_url: 'https://docs.github.com/rest/repos/repos#get-a-repository',
      status: '404',
    })
  },
)

test('case does not matter, and responses have the canonical names', async () => {
  expect(await (await request('/repos/ACME/Rocket')).json()).toMatchObject({
    full_name: 'acme/rocket',
  })
  expect(await (await request('/users/NOVA')).json()).toMatchObject({ login: 'nova' })
})

test('nova/sundial is dormant: its last commit is two years old, also of each contributor', async () => {
  expect(await (await request('/repos/nova/sundial')).json()).toMatchObject({
    archived: false,
    pushed_at: `${dateOf(730)}T00:00:00Z`,
    license: { key: 'other', spdx_id: 'NOASSERTION' },
  })
  type Stats = { weeks: { w: number; c: number }[] }[]
  const stats = await bodyOf<Stats>(await request('/repos/nova/sundial/stats/contributors'))
  const commits = stats.flatMap(({ weeks }) => weeks.slice(-104).map(({ c }) => c))
  expect(commits.every((count) => count === 0)).toBe(true)
  expect(stats.every(({ weeks }) => weeks.some(({ c }) => c > 0))).toBe(true)
})

test('nova/sundial has published an advisory without a patch', async () => {
  const response = await request('/repos/nova/sundial/security-advisories?state=published')
  expect(await response.json()).toMatchObject([
    {
      ghsa_id: expect.stringMatching(/^GHSA(-[2-9a-z]{4}){3}$/),
      severity: 'high',
      state: 'published',
      published_at: `${dateOf(300)}T00:00:00Z`,
      vulnerabilities: [{ patched_versions: null }],
    },
  ])
})

test('nova/old-hat is deprecated in its description and topics', async () => {
  expect(await (await request('/repos/nova/old-hat')).json()).toMatchObject({
    description: 'DEPRECATED: use <b>acme/beacon</b> "instead" & \u202Etoday\u202C </script>',
    topics: ['deprecated', 'fashion'],
  })
})

test.each([
  ['acme/rocket', 240, 29],
  ['acme/red-light', 240, 12],
  ['acme/bare', 0, 0],
])('the default branch of %s has %i completed runs', async (name, total, successful) => {
  type Runs = { total_count: number; workflow_runs: { conclusion: string }[] }
  const path = `/repos/${name}/actions/runs?branch=main&status=completed&per_page=30`
  const runs = await bodyOf<Runs>(await request(path))
  expect(runs.total_count).toBe(total)
  expect(runs.workflow_runs.filter(({ conclusion }) => conclusion === 'success')).toHaveLength(
    successful,
  )
})

test.each([
  ['acme/rocket', ['success']],
  ['acme/red-light', ['failure']],
  ['acme/quiet-corner', ['success']],
  ['acme/bare', []],
])('the runs of the newest commit of %s agree with its checks', async (name, conclusions) => {
  const checks = await bodyOf<{ check_runs: { head_sha: string }[] }>(
    await request(`/repos/${name}/commits/HEAD/check-runs`),
  )
  const runs = await bodyOf<{ workflow_runs: { head_sha: string; conclusion: string }[] }>(
    await request(`/repos/${name}/actions/runs`),
  )
  const newest = runs.workflow_runs.filter((run) => run.head_sha === checks.check_runs[0]?.head_sha)
  expect(newest.map(({ conclusion }) => conclusion)).toEqual(conclusions)
})

test('a branch without runs has none', async () => {
  const response = await request('/repos/acme/rocket/actions/runs?branch=next&status=completed')
  expect(await response.json()).toEqual({ total_count: 0, workflow_runs: [] })
})
