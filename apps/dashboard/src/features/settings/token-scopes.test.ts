import { expect, test } from 'vitest'
import { describeScope } from './token-scopes.ts'

test.each([
  [
    'repo',
    true,
    'Code, issues, pull requests and settings of all your repositories, also private ones',
  ],
  ['public_repo', true, 'Code, issues and pull requests of public repositories'],
  ['read:org', false, 'Organizations, their teams and their members'],
  ['admin:org', true, 'Organizations, their teams and their members'],
  ['delete:packages', true, 'Packages'],
  ['read:user', false, 'Your profile, email addresses and followed users'],
  ['user:email', false, 'Your email addresses'],
  ['something_new', true, 'See GitHub’s documentation'],
])('the scope %s', (scope, canWrite, appliesTo) => {
  expect(describeScope(scope)).toEqual({ scope, canWrite, appliesTo })
})
