import { expect, test } from 'vitest'
import { describeRepoPage } from './describe-repo-page.ts'

test.each([
  ['1 repository', { items: ['a'], page: 1, hasNext: false, lastPage: 1 }],
  ['0 repositories', { items: [], page: 1, hasNext: false, lastPage: null }],
  ['Page 1 of 2', { items: ['a'], page: 1, hasNext: true, lastPage: 2 }],
  ['Page 3', { items: ['a'], page: 3, hasNext: true, lastPage: null }],
])('a page of repositories is "%s" for %j', (text, page) => {
  expect(describeRepoPage(page)).toBe(text)
})
