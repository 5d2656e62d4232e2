import { expect, test } from 'vitest'
import { topicOf } from './topics.ts'

test.each([
  ['/repos/acme/rocket', 'facts'],
  ['/repositories/42', 'facts'],
  ['/users/acme', 'facts'],
  ['/users/acme/repos?page=2', 'facts'],
  ['/repos/acme/rocket/readme', 'code'],
  ['/repos/acme/rocket/compare/v1...HEAD', 'code'],
  ['/repos/acme/rocket/stats/commit_activity', 'code'],
  ['/repos/acme/rocket/commits/HEAD/check-runs?page=1', 'ci'],
  ['/repos/acme/rocket/commits/HEAD/status', 'ci'],
  ['/repos/acme/rocket/actions/runs?branch=main', 'ci'],
  ['/repos/acme/rocket/issues?state=open', 'issues'],
  ['/repos/acme/rocket/pulls/comments', 'issues'],
  ['/search/issues?q=repo%3Aacme%2Frocket', 'issues'],
  ['/repos/acme/rocket/releases/latest', 'releases'],
  ['/repos/acme/rocket/stargazers/history', 'stars'],
  ['/repos/acme/rocket/security-advisories', 'advisories'],
  ['/search/repositories?q=rocket', 'search'],
  // Names of repositories that look like paths.
  ['/repos/acme/issues', 'facts'],
  ['/repos/acme/issues/readme', 'code'],
])('%s shows %s', (path, topic) => {
  expect(topicOf(path)).toBe(topic)
})
