import { expect, test } from 'vitest'
import { as, origin, sample } from '../test-support.ts'

const docs = 'https://docs.github.com'

test.each([
  [
    'sso-required',
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
  ],
  [
    'classic-token-forbidden',
    '`failures` forbids access via a personal access token (classic). Please use a GitHub App, OAuth App, or a personal access token with fine-grained permissions.',
  ],
  [
    'token-lifetime',
    "The 'failures' organization forbids access via a fine-grained personal access tokens if the token's lifetime is greater than 366 days. Please adjust your token's lifetime at the following URL: https://github.com/settings/personal-access-tokens/1",
  ],
  [
    'ip-allow-list',
    'Although you appear to have the correct authorization credentials, the `failures` organization has an IP allow list enabled, and 127.0.0.1 is not permitted to access this resource.',
  ],
  [
    'oauth-app-restricted',
    'Although you appear to have the correct authorization credentials, the `failures` organization has enabled OAuth App access restrictions, meaning that data access to third-parties is limited. For more information on these restrictions, including how to enable this app, visit https://docs.github.com/articles/restricting-access-to-your-organization-s-data/',
  ],
])('%s forbids every token, and is healthy without one', async (fault, message) => {
  const request = sample()
  const forbidden = await request(`/repos/failures/${fault}`, as('ann'))
  const healthy = await request(`/repos/failures/${fault}`)

  expect(forbidden.status).toBe(403)
  expect(await forbidden.json()).toEqual({
    message,
    documentation_url: expect.stringContaining(docs),
    status: '403',
  })
  expect(forbidden.headers.get('retry-after')).toBeNull()
  expect(healthy.status).toBe(200)
  expect(await healthy.json()).toMatchObject({ full_name: `failures/${fault}` })
})

test('sso-required names the URL that authorizes the token', async () => {
  const response = await sample()('/repos/failures/sso-required', as('ann'))

  expect(response.headers.get('x-github-sso')).toMatch(
    new RegExp(`^required; url=${origin}/orgs/failures/sso\\?authorization_request=\\w+$`),
  )
})

test('sso-partial leaves organizations out of the lists of a token', async () => {
  const request = sample()
  const body = JSON.stringify({ prefix: '/user/repos', fault: 'sso-partial' })
  await request('/_control/faults', { method: 'POST', body })
  const list = await request('/user/repos?per_page=100', as('ann'))
  const repos = (await list.json()) as { owner: { login: string; type: string } }[]
  const search = await request('/search/repositories?q=failures:sso-partial', as('ann'))
  const withoutToken = await request('/search/repositories?q=failures:sso-partial')

  expect(list.headers.get('x-github-sso')).toBe('partial-results; organizations=21955855,20582480')
  expect(repos.length).toBeGreaterThan(0)
  expect(repos.filter(({ owner }) => owner.type === 'Organization')).toEqual([])
  expect(search.status).toBe(200)
  expect(search.headers.get('x-github-sso')).toBe(
    'partial-results; organizations=21955855,20582480',
  )
  expect(withoutToken.headers.get('x-github-sso')).toBeNull()
  const issues = await request('/search/issues?q=is:issue%20user:failures-sso-partial', as('ann'))
  expect(issues.status).toBe(200)
  expect(issues.headers.get('x-github-sso')).toBe(search.headers.get('x-github-sso'))
})

test('token-rejected rejects every token for one repository', async () => {
  const request = sample()
  const rejected = await request('/repos/failures/token-rejected', as('ann'))

  expect(rejected.status).toBe(401)
  expect(await rejected.json()).toMatchObject({ message: 'Bad credentials' })
  expect((await request('/rate_limit', as('ann'))).status).toBe(200)
  expect((await request('/repos/failures/token-rejected')).status).toBe(200)
})

test('abuse-limit is a secondary rate limit without retry-after', async () => {
  const response = await sample()('/repos/failures/abuse-limit')

  expect(response.status).toBe(403)
  expect(response.headers.get('retry-after')).toBeNull()
  expect(response.headers.get('x-ratelimit-remaining')).not.toBe('0')
  expect(await response.json()).toEqual({
    message:
      'You have triggered an abuse detection mechanism. Please wait a few minutes before you try again.',
    documentation_url: `${docs}/rest/overview/resources-in-the-rest-api#abuse-rate-limits`,
    status: '403',
  })
})

test.each([
  'repo:failures/unsearchable is:issue',
  'is:pr repo:Failures/Unsearchable',
  'repo:failures/search--unsearchable is:issue',
  'user:failures-unsearchable is:pr',
])('the issue search "%s" is rejected, while the repository is healthy', async (q) => {
  const request = sample()
  const search = await request(`/search/issues?q=${encodeURIComponent(q)}`)

  expect(search.status).toBe(422)
  expect(await search.json()).toEqual({
    message: 'Validation Failed',
    errors: [
      {
        message:
          'The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.',
        resource: 'Search',
        field: 'q',
        code: 'invalid',
      },
    ],
    documentation_url: 'https://docs.github.com/v3/search/',
    status: '422',
  })
  expect((await request('/repos/failures/unsearchable')).status).toBe(200)
  expect((await request('/repos/failures/unsearchable/issues')).status).toBe(200)
  expect((await request('/search/issues?q=repo:failures/status-500')).status).toBe(200)
})
