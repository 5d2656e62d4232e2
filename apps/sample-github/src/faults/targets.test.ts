import { expect, test } from 'vitest'
import { isFault, parseFault } from '../data/faults.ts'
import { sample } from '../test-support.ts'
import { faultInUrl, resourceNames } from './targets.ts'

test.each([
  ['/repos/failures/status-500', 'status-500', 'failures/status-500'],
  ['/repos/Failures/Status-500/languages', 'status-500', 'failures/status-500'],
  ['/repos/failures/languages--cut-body/languages', 'cut-body', 'failures/languages--cut-body'],
  [
    '/repos/failures/commit_activity--status-202/stats/commit_activity',
    'status-202',
    'failures/commit_activity--status-202',
  ],
  ['/users/failures-flaky', 'flaky', 'failures-flaky'],
  ['/users/failures-flaky/repos', 'flaky', 'failures-flaky'],
  ['/orgs/failures-flaky/repos', 'flaky', 'failures-flaky'],
  ['/orgs/failures-repos--status-500/repos', 'status-500', 'failures-repos--status-500'],
])('%s selects %s', (path, name, place) => {
  expect(faultInUrl(path, '')).toEqual({ name, place })
})

test('a fault can affect conditional requests only', async () => {
  const path = '/repos/failures/again--status-500/languages'
  expect(faultInUrl(path, '')).toEqual({
    name: 'status-500',
    place: 'failures/again--status-500',
    again: true,
  })

  const request = sample()
  const first = await request(path)
  const etag = first.headers.get('etag') ?? ''
  expect(first.status).toBe(200)
  expect((await request(path)).status).toBe(200)
  expect((await request(path, { headers: { 'if-none-match': etag } })).status).toBe(500)
})

test.each([
  '/repos/failures/languages--cut-body',
  '/repos/failures/languages--cut-body/contributors',
  '/repos/failures/nonsense',
  '/repos/failures/status-700',
  '/repos/acme/status-500',
  '/users/failures',
  '/orgs/failures/repos',
  '/orgs/failures-repos--status-500',
])('%s selects no fault', (path) => {
  expect(faultInUrl(path, '')).toBeUndefined()
})

test('a search query selects a fault', () => {
  expect(faultInUrl('/search/repositories', '?q=failures:slow-body')).toEqual({
    name: 'slow-body',
    place: 'search for slow-body',
  })
  expect(faultInUrl('/search/repositories', '?q=failures')).toBeUndefined()
})

test.each([
  ['', ['repository']],
  ['languages', ['languages']],
  ['contributors', ['contributors']],
  ['stats/contributors', ['stats', 'contributor_stats']],
  ['stats/participation', ['stats', 'participation']],
  ['releases', ['releases']],
  ['releases/latest', ['releases', 'latest']],
  ['commits', ['commits']],
  ['commits/main/check-runs', ['check-runs']],
  ['commits/feature/x/status', ['status']],
  ['issues', ['issues']],
  ['issues/comments', ['issue_comments']],
  ['pulls/comments', ['pull_comments']],
  ['community/profile', ['community', 'profile']],
  ['stargazers/history', ['stargazers', 'history']],
])('the path "%s" has the resource names %j', (rest, names) => {
  expect(resourceNames(rest)).toEqual(names)
})

test('parses the resource and the fault of a name', () => {
  expect(parseFault('releases--slow-headers')).toEqual({
    name: 'slow-headers',
    resource: 'releases',
  })
  expect(parseFault('slow-headers')).toEqual({ name: 'slow-headers', resource: undefined })
  expect(parseFault('releases--nonsense')).toBeUndefined()
  expect(isFault('status-199')).toBe(false)
  expect(isFault('status-600')).toBe(false)
})
