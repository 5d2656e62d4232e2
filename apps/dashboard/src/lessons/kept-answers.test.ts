import { expect, test } from 'vitest'
import { keptAnswers } from './kept-answers.ts'

test('says what a cache may keep of an answer to a header, and of one without', () => {
  expect(keptAnswers()).toEqual([
    { cacheControl: 'private, no-store', toHeader: false, toNobody: false },
    { cacheControl: 'max-age=60', toHeader: false, toNobody: true },
    { cacheControl: 'max-age=60, must-revalidate', toHeader: true, toNobody: true },
    { cacheControl: 's-maxage=60', toHeader: true, toNobody: true },
    { cacheControl: 'public, max-age=60', toHeader: true, toNobody: true },
  ])
})
