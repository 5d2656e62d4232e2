import { expect, test } from 'vitest'
import { changedBy, timeOf } from './webhook-events.server.ts'

const repository = { id: 42, full_name: 'acme/rocket', private: false, visibility: 'public' }

test.each([
  ['push', ['facts', 'code', 'ci']],
  ['star', ['facts', 'stars']],
  ['issues', ['facts', 'issues']],
  ['pull_request', ['facts', 'issues']],
  ['pull_request_review', ['issues']],
  ['release', ['facts', 'releases', 'code']],
  ['workflow_run', ['ci']],
  ['check_run', ['ci']],
  ['status', ['ci']],
])('%s changes %j of its repository', (name, topics) => {
  expect(changedBy(name, { action: 'created', repository })).toEqual({
    changes: [{ repoNames: ['acme/rocket'], repoId: 42, topics }],
    tags: ['repo:42'],
  })
})

const topics = ['facts', 'code', 'ci', 'issues', 'releases']

test.each(['created', 'deleted', 'archived', 'publicized'])(
  'a repository that is %s changes the pages of its owner, too',
  (action) => {
    expect(changedBy('repository', { action, repository })).toEqual({
      changes: [
        { repoNames: ['acme/rocket'], repoId: 42, topics },
        { repoNames: [], owner: 'acme', topics },
      ],
      tags: ['repo:42', 'owner:acme'],
    })
  },
)

test('a renamed repository changes what is stored under its former name', () => {
  const changes = { repository: { name: { from: 'missile' } } }
  expect(changedBy('repository', { action: 'renamed', repository, changes })?.changes[0]).toEqual({
    repoNames: ['acme/rocket', 'acme/missile'],
    repoId: 42,
    topics,
  })
})

test('a transferred repository changes both owners', () => {
  const changes = { owner: { from: { organization: { login: 'Umbrella' } } } }
  const changed = changedBy('repository', { action: 'transferred', repository, changes })
  expect(changed?.tags).toEqual(['repo:42', 'owner:acme', 'owner:umbrella'])
  expect(changed?.changes[0]?.repoNames).toEqual(['acme/rocket', 'Umbrella/rocket'])
})

const hidden = [
  { ...repository, private: true, visibility: 'private' },
  { ...repository, private: true, visibility: undefined },
  { ...repository, visibility: 'internal' },
  { ...repository, private: undefined },
]

test.each(hidden)('an event of the repository %j changes nothing', (isHidden) => {
  for (const name of ['push', 'star', 'repository', 'public', 'installation']) {
    const payload = { action: 'deleted', repository: isHidden, repositories: [isHidden] }
    expect(changedBy(name, payload)).toBeUndefined()
  }
})

test('that a repository has become private changes what was public', () => {
  const payload = { action: 'privatized', repository: hidden[0] }
  expect(changedBy('repository', payload)?.tags).toEqual(['repo:42', 'owner:acme'])
})

test('an installation changes its public repositories', () => {
  const { visibility: _, ...listed } = repository
  const payload = {
    action: 'created',
    repositories: [listed, { ...listed, id: 43, full_name: 'acme/secret', private: true }],
  }
  expect(changedBy('installation', payload)).toEqual({
    changes: [
      {
        repoNames: ['acme/rocket'],
        repoId: 42,
        topics: ['facts', 'code', 'ci', 'issues', 'releases', 'stars'],
      },
    ],
    tags: ['repo:42'],
  })
})

test.each(['ping', 'sponsorship', 'toString', '__proto__', ''])(
  'the event %j, which is not listed, changes nothing',
  (name) => {
    expect(changedBy(name, { repository })).toBeUndefined()
    expect(timeOf(name, { repository })).toBeUndefined()
  },
)

test.each([
  undefined,
  null,
  'acme/rocket',
  { id: '42', full_name: 'acme/rocket', private: false },
  { id: 4.2, full_name: 'acme/rocket', private: false },
  { id: 42, full_name: 'acme/rocket/../..', private: false },
  { id: 42, full_name: 'acme rocket', private: false },
])('a repository that is not as documented (%j) changes nothing', (odd) => {
  expect(changedBy('push', { repository: odd })).toBeUndefined()
})

test('finds the time of an event, as seconds or as a timestamp', () => {
  expect(timeOf('push', { repository: { pushed_at: 1_796_000_000 } })).toBe(1_796_000_000_000)
  expect(timeOf('star', { starred_at: '2026-06-01T12:00:00Z' })).toBe(
    Date.parse('2026-06-01T12:00:00Z'),
  )
  expect(timeOf('star', { starred_at: null })).toBeUndefined()
  expect(timeOf('issues', { issue: 'odd' })).toBeUndefined()
  const comment = { updated_at: '2020-06-01T12:00:00Z' }
  expect(timeOf('issue_comment', { action: 'edited', comment })).toBe(
    Date.parse(comment.updated_at),
  )
  // The comment was changed long ago, and deleted now.
  expect(timeOf('issue_comment', { action: 'deleted', comment })).toBeUndefined()
})
