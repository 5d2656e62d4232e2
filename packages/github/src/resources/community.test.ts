import { expect, test } from 'vitest'
import { asOf, githubReturning, githubRouting } from '../test-support/github.ts'

const page = (path: string) => ({
  url: `https://api.github.com/${path}`,
  html_url: `https://github.com/acme/rocket/blob/main/${path}`,
})

test('lists the community files with their URLs', async () => {
  const { getCommunityProfile } = githubReturning({
    body: {
      health_percentage: 57,
      files: {
        code_of_conduct: { key: 'other', html_url: 'https://github.com/acme/.github/conduct' },
        code_of_conduct_file: page('CODE_OF_CONDUCT.md'),
        contributing: null,
        issue_template: page('.github/ISSUE_TEMPLATE'),
        pull_request_template: null,
        license: { key: 'mit', name: 'MIT License' },
        readme: page('README.md'),
      },
    },
  })
  expect(await getCommunityProfile('acme', 'rocket')).toEqual({
    data: [
      {
        file: 'readme',
        isPresent: true,
        url: 'https://github.com/acme/rocket/blob/main/README.md',
      },
      { file: 'license', isPresent: true, url: null },
      { file: 'contributing', isPresent: false, url: null },
      {
        file: 'codeOfConduct',
        isPresent: true,
        url: 'https://github.com/acme/rocket/blob/main/CODE_OF_CONDUCT.md',
      },
      {
        file: 'issueTemplate',
        isPresent: true,
        url: 'https://github.com/acme/rocket/blob/main/.github/ISSUE_TEMPLATE',
      },
      { file: 'pullRequestTemplate', isPresent: false, url: null },
    ],
    asOf,
  })
})

test('finds a code of conduct outside of the repository', async () => {
  const code_of_conduct = { html_url: 'https://github.com/acme/.github/conduct' }
  const { getCommunityProfile } = githubReturning({ body: { files: { code_of_conduct } } })
  const { data } = await getCommunityProfile('acme', 'rocket')
  expect(data?.find(({ file }) => file === 'codeOfConduct')).toEqual({
    file: 'codeOfConduct',
    isPresent: true,
    url: 'https://github.com/acme/.github/conduct',
  })
})

function githubWithoutProfile(fork: boolean) {
  return githubRouting((path) =>
    path.endsWith('/profile')
      ? { status: 404, body: { message: 'Not Found' } }
      : { body: { full_name: 'acme/rocket', fork } },
  )
}

test('returns null for a fork, which has no profile', async () => {
  const { getCommunityProfile } = githubWithoutProfile(true)
  expect(await getCommunityProfile('acme', 'rocket')).toEqual({ data: null, asOf })
})

test('fails with "not found" where GitHub has no profiles', async () => {
  const { getCommunityProfile } = githubWithoutProfile(false)
  await expect(getCommunityProfile('acme', 'rocket')).rejects.toMatchObject({
    kind: 'not-found',
    status: 404,
    path: '/repos/acme/rocket/community/profile',
  })
})

test('omits a file that may be present or missing, and is partial', async () => {
  const files = { readme: {}, license: 'MIT', contributing: null, code_of_conduct: [] }
  const { getCommunityProfile } = githubReturning({ body: { files } })
  expect(await getCommunityProfile('acme', 'rocket')).toEqual({
    data: [
      { file: 'readme', isPresent: true, url: null },
      { file: 'contributing', isPresent: false, url: null },
      { file: 'issueTemplate', isPresent: false, url: null },
      { file: 'pullRequestTemplate', isPresent: false, url: null },
    ],
    asOf,
    partial: true,
  })
})
