import { expect, test } from 'vitest'
import { asOf, githubRouting } from '../test-support/github.ts'
import { respondAbout } from '../test-support/repo-github.ts'
import { createWorld } from '../test-support/world.ts'

const user = { login: 'mona', type: 'User' }
const opened = '/repos/acme/rocket/issues?'
const talk = '/repos/acme/rocket/issues/comments?'
const remarks = '/repos/acme/rocket/pulls/comments?'
const usual = 'sort=created&direction=desc&per_page=100'
const next = { link: '<https://api.github.com/repositories/1/x?page=9>; rel="next"' }

const issue = {
  number: 7,
  html_url: 'https://github.com/acme/rocket/issues/7',
  user,
  created_at: '2026-05-01T00:00:00Z',
  closed_at: null,
}
const comment = (number: number, created_at: string) => ({
  issue_url: `https://api.github.com/repos/acme/rocket/issues/${number}`,
  user,
  created_at,
})

test('maps items and comments', async () => {
  const { requests, listConversations } = githubRouting((path) => {
    if (path.startsWith(opened)) {
      return {
        body: [
          {
            ...issue,
            number: 8,
            user: { login: 'robot[bot]', type: 'Bot' },
            draft: true,
            closed_at: '2026-05-04T00:00:00Z',
            pull_request: { merged_at: '2026-05-04T00:00:00Z' },
          },
          { ...issue, user: null },
        ],
      }
    }
    if (path.startsWith(talk)) return { body: [comment(7, '2026-05-02T00:00:00Z')] }
    return {
      body: [
        {
          pull_request_url: 'https://api.github.com/repos/acme/rocket/pulls/8',
          user: null,
          created_at: '2026-05-03T00:00:00Z',
        },
      ],
    }
  })
  expect(await listConversations('acme', 'rocket')).toEqual({
    data: {
      items: [
        {
          number: 8,
          url: 'https://github.com/acme/rocket/issues/7',
          kind: 'pull',
          author: { login: 'robot[bot]', isHuman: false },
          draft: true,
          openedAt: '2026-05-01T00:00:00Z',
          closedAt: '2026-05-04T00:00:00Z',
          mergedAt: '2026-05-04T00:00:00Z',
        },
        {
          number: 7,
          url: 'https://github.com/acme/rocket/issues/7',
          kind: 'issue',
          author: null,
          draft: false,
          openedAt: '2026-05-01T00:00:00Z',
          closedAt: null,
          mergedAt: null,
        },
      ],
      comments: [
        { number: 8, by: null, at: '2026-05-03T00:00:00Z' },
        { number: 7, by: { login: 'mona', isHuman: true }, at: '2026-05-02T00:00:00Z' },
      ],
      commentsSince: { issue: null, pull: null },
    },
    asOf,
  })
  expect(requests.toSorted()).toEqual([
    `${talk}${usual}&page=1`,
    `${opened}${usual}&state=all`,
    `${remarks}${usual}&page=1`,
  ])
})

test('reads comments back to the oldest item', async () => {
  const { requests, listConversations } = githubRouting((path) => {
    if (path.startsWith(opened)) return { body: [issue] }
    if (path.startsWith(remarks)) return { body: [] }
    const day = path.endsWith('page=1') ? '2026-05-20' : '2026-04-30'
    return { body: [comment(7, `${day}T00:00:00Z`)], headers: next }
  })
  const { data } = await listConversations('acme', 'rocket')
  expect(data.commentsSince.issue).toBe('2026-04-30T00:00:00Z')
  expect(requests.filter((path) => path.startsWith(talk))).toEqual([
    `${talk}${usual}&page=1`,
    `${talk}${usual}&page=2`,
  ])
})

test('stops after five requests and reports since when the comments are complete', async () => {
  const { requests, listConversations } = githubRouting((path) => {
    if (path.startsWith(opened)) return { body: [issue] }
    const day = path.startsWith(remarks) ? '2026-05-25' : '2026-05-20'
    return { body: [comment(7, `${day}T00:00:00Z`)], headers: next }
  })
  const { data } = await listConversations('acme', 'rocket')
  expect(requests).toHaveLength(5)
  // Only pull requests have review comments.
  expect(data.commentsSince).toEqual({
    issue: '2026-05-20T00:00:00Z',
    pull: '2026-05-25T00:00:00Z',
  })
})

test('rejects a comment without an issue as malformed', async () => {
  const { listConversations } = githubRouting((path) =>
    path.startsWith(opened)
      ? { body: [] }
      : { body: [{ issue_url: 'https://api.github.com/', user, created_at: issue.created_at }] },
  )
  await expect(listConversations('acme', 'rocket')).rejects.toMatchObject({ kind: 'malformed' })
})

/** A world of one repository, the ID of which can change. */
function storedWorld() {
  const repo = { id: 1, isPrivate: false, canary: 'mona' }
  const world = createWorld(({ url }) =>
    Response.json(respondAbout('acme/rocket', repo, new URL(url).pathname)),
  )
  return { ...world, repo }
}

test('finds what is stored without a request, up to a day old', async () => {
  const { client, clock, requests } = storedWorld()
  const find = () => client.forRequest().findStoredConversations('acme', 'rocket')
  expect(await find()).toBe(null)

  const listed = await client.forRequest().listConversations('acme', 'rocket')
  const paths = requests.map(({ url }) => new URL(url).pathname)
  expect(paths.filter((path) => path.endsWith('/issues'))).toHaveLength(1)
  expect(await find()).toEqual(listed)

  clock.advance(86_300)
  expect(await find()).toEqual(listed)
  const later = requests.map(({ url }) => new URL(url).pathname)
  expect(later.filter((path) => path !== '/repos/acme/rocket')).toEqual(
    paths.filter((path) => path !== '/repos/acme/rocket'),
  )

  clock.advance(101)
  expect(await find()).toBe(null)
})

test('does not find what is stored of another repository with the same name', async () => {
  const { client, clock, repo } = storedWorld()
  await client.forRequest().listConversations('acme', 'rocket')
  repo.id = 2
  clock.advance(700)
  expect(await client.forRequest().findStoredConversations('acme', 'rocket')).toBe(null)
})
