import { expect, test } from 'vitest'
import { bodyOf, dateOf, linkTo, origin, sample } from '../test-support.ts'

const request = sample()

type Issue = {
  number: number
  title: string
  state: string
  created_at: string
  updated_at: string
  closed_at: string | null
  comments: number
  user: { login: string; type: string } | null
  closed_by: { login: string; type: string } | null
  labels: { name: string; color: string }[]
  pull_request?: { merged_at: string | null }
}

async function issues(query: string, path = '/repos/acme/rocket/issues'): Promise<Issue[]> {
  return bodyOf<Issue[]>(await request(`${path}?per_page=100&${query}`))
}

function isSorted<Value extends number | string>(values: Value[], direction: 'up' | 'down') {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : 1))
  return JSON.stringify(values) === JSON.stringify(direction === 'up' ? sorted : sorted.reverse())
}

test('lists open issues and pull requests together, newest first', async () => {
  const list = await issues('')

  expect(list).toHaveLength(100)
  expect(list.every((issue) => issue.state === 'open' && issue.closed_at === null)).toBe(true)
  expect(
    isSorted(
      list.map((issue) => issue.created_at),
      'down',
    ),
  ).toBe(true)
  expect(
    isSorted(
      list.map((issue) => issue.number),
      'down',
    ),
  ).toBe(true)
})

test('lists closed issues with the date of closing', async () => {
  const list = await issues('state=closed')

  expect(list.every((issue) => issue.state === 'closed')).toBe(true)
  expect(
    list.every((issue) => issue.closed_at !== null && issue.closed_at <= issue.updated_at),
  ).toBe(true)
})

test('names who closed an issue in lists, but not in searches', async () => {
  const closed = await issues('state=closed')
  const open = await issues('state=open')
  const found = await bodyOf<{ items: object[] }>(
    await request('/search/issues?q=repo:acme/rocket+is:closed'),
  )

  expect(closed.filter((issue) => issue.closed_by?.type === 'User').length).toBeGreaterThan(50)
  expect(new Set(open.map((issue) => issue.closed_by))).toEqual(new Set([null]))
  expect(found.items).toHaveLength(30)
  expect(found.items.filter((item) => 'closed_by' in item)).toEqual([])
})

test.each(['issues', 'pulls'])('counts the reactions to comments on %s', async (kind) => {
  type Comment = { url: string; reactions: { url: string; total_count: number; '+1': number } }
  const list = await bodyOf<Comment[]>(await request(`/repos/acme/rocket/${kind}/comments`))

  expect(list).toHaveLength(30)
  for (const { url, reactions } of list) {
    expect(reactions.url).toBe(`${url}/reactions`)
    expect(reactions['+1']).toBe(reactions.total_count)
  }
})

test('has no dates after today or out of order', async () => {
  for (const path of ['/repos/acme/rocket/issues', '/repos/acme/lunar-lander/issues']) {
    const list = await issues('state=all', path)
    const midnight = `${dateOf()}T00:00:00Z`
    expect(list.every((issue) => issue.created_at <= issue.updated_at)).toBe(true)
    expect(list.every((issue) => issue.updated_at <= midnight)).toBe(true)
  }
})

test('sorts by update and by comments, in both directions', async () => {
  const updated = await issues('sort=updated')
  const oldest = await issues('sort=updated&direction=asc')
  const mostCommented = await issues('sort=comments')

  expect(
    isSorted(
      updated.map((issue) => issue.updated_at),
      'down',
    ),
  ).toBe(true)
  expect(
    isSorted(
      oldest.map((issue) => issue.updated_at),
      'up',
    ),
  ).toBe(true)
  expect(
    isSorted(
      mostCommented.map((issue) => issue.comments),
      'down',
    ),
  ).toBe(true)
  expect(mostCommented[0]?.comments).toBeGreaterThan(10)
})

test('filters by labels that an issue must all have', async () => {
  const bugs = await issues('state=all&labels=bug')
  const both = await issues('state=all&labels=bug,enhancement')
  const names = (issue: Issue) => issue.labels.map((label) => label.name)

  expect(bugs.length).toBeGreaterThan(20)
  expect(bugs.every((issue) => names(issue).includes('bug'))).toBe(true)
  expect(both.length).toBeGreaterThan(0)
  expect(
    both.every((issue) => names(issue).includes('bug') && names(issue).includes('enhancement')),
  ).toBe(true)
})

test('filters by author and by date of update', async () => {
  const byBot = await issues('creator=tidy-deps[bot]')
  const recent = await issues(`since=${dateOf(8)}T00:00:00Z`)

  expect(byBot.length).toBeGreaterThan(0)
  expect(byBot.every((issue) => issue.user?.type === 'Bot')).toBe(true)
  expect(recent.length).toBeGreaterThan(0)
  expect(recent.every((issue) => issue.updated_at >= dateOf(8))).toBe(true)
})

test('has people, bots and deleted accounts among the authors', async () => {
  const list = await issues('state=all', '/repos/acme/monolith/issues')
  const kinds = new Set(list.map((issue) => issue.user?.type ?? 'ghost'))

  expect(kinds).toEqual(new Set(['User', 'Bot', 'ghost']))
})

test('marks pull requests among issues and leaves issues out of pull requests', async () => {
  const [pull] = await bodyOf<object[]>(await request('/repos/acme/rocket/pulls?per_page=1'))
  const { number } = pull as { number: number }

  expect(pull).toMatchObject({
    url: `${origin}/repos/acme/rocket/pulls/${number}`,
    html_url: `https://github.example/acme/rocket/pull/${number}`,
    issue_url: `${origin}/repos/acme/rocket/issues/${number}`,
    state: 'open',
    merged_at: null,
    head: { ref: `change-${number}`, repo: { full_name: 'acme/rocket' } },
    base: { ref: 'main', repo: { full_name: 'acme/rocket' } },
  })
  const listed = (await issues('')).find((issue) => issue.number === number)
  expect(listed?.pull_request).toEqual({
    url: `${origin}/repos/acme/rocket/pulls/${number}`,
    html_url: `https://github.example/acme/rocket/pull/${number}`,
    diff_url: `https://github.example/acme/rocket/pull/${number}.diff`,
    patch_url: `https://github.example/acme/rocket/pull/${number}.patch`,
    merged_at: null,
  })
})

test('sorts pull requests by update in ascending order, as GitHub does', async () => {
  const list = await issues('sort=updated', '/repos/acme/rocket/pulls')

  expect(list).toHaveLength(38)
  expect(
    isSorted(
      list.map((pull) => pull.updated_at),
      'up',
    ),
  ).toBe(true)
})

test('links through all open issues of acme/monolith', async () => {
  const seen = new Set<number>()
  let url: string | undefined = '/repos/acme/monolith/issues?per_page=100'
  let pages = 0
  while (url) {
    const response: Response = await request(url)
    for (const issue of await bodyOf<Issue[]>(response)) seen.add(issue.number)
    url = linkTo(response, 'next')
    pages++
  }

  expect(pages).toBe(55)
  expect(seen.size).toBe(4_812 + 617)
})

test('reaches the last page of a very large list', async () => {
  const list = await issues('state=all&sort=updated&page=951', '/repos/acme/monolith/issues')

  expect(list).toHaveLength(68)
})

test('lists issue comments oldest first, or by update newest first', async () => {
  type Comment = { created_at: string; issue_url: string; body: string }
  const comments = async (query: string) =>
    bodyOf<Comment[]>(await request(`/repos/acme/rocket/issues/comments?per_page=100${query}`))
  const oldest = await comments('')
  const newest = await comments('&sort=updated')

  expect(
    isSorted(
      oldest.map((comment) => comment.created_at),
      'up',
    ),
  ).toBe(true)
  expect(
    isSorted(
      newest.map((comment) => comment.created_at),
      'down',
    ),
  ).toBe(true)
  expect(newest[0]?.issue_url).toBe(`${origin}/repos/acme/rocket/issues/4784`)
})

test('lists review comments of pull requests', async () => {
  const response = await request('/repos/acme/rocket/pulls/comments?per_page=1')
  const [comment] = await bodyOf<object[]>(response)

  expect(comment).toMatchObject({
    path: 'src/schedule.ts',
    side: 'RIGHT',
    subject_type: 'line',
    created_at: `${dateOf(161 * 7)}T03:00:36Z`,
  })
  expect(linkTo(response, 'last')).toMatch(
    /\/repositories\/\d+\/pulls\/comments\?per_page=1&page=5298$/,
  )
})
