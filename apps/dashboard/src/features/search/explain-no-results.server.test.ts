import { expect, test } from 'vitest'
import { explainNoResults } from './explain-no-results.server.ts'
import { parseSearchRequest } from './search-request.ts'

test('a search for a word leads to forks and to GitHub', () => {
  expect(explainNoResults(parseSearchRequest({ q: 'zeppelin' }))).toEqual({
    text: 'No repository matches this. Check the spelling.',
    links: [
      ['Include forks', '/search?q=zeppelin&fork=yes'],
      ['Search on GitHub', 'https://github.com/search?q=zeppelin&type=repositories'],
    ],
  })
})

test('a search for several words leads to the longest of them', () => {
  const { text, links } = explainNoResults(parseSearchRequest({ q: 'a zeppelin', sort: 'stars' }))
  expect(text).toBe('No repository matches this. Check the spelling, or use fewer words.')
  expect(links[0]).toEqual(['Search for “zeppelin” alone', '/search?q=zeppelin&sort=stars'])
})

test('a search with filters and qualifiers leads to the one without them', () => {
  const search = parseSearchRequest({ q: 'rocket topic:x', language: 'Zig', fork: 'only' })
  expect(explainNoResults(search)).toEqual({
    text: 'No repository matches this with the filters above. Remove a filter.',
    links: [
      ['Clear filters', '/search?q=rocket+topic%3Ax'],
      ['Search for “rocket” alone', '/search?q=rocket'],
      [
        'Search on GitHub',
        'https://github.com/search?q=rocket+topic%3Ax+language%3A%22Zig%22+fork%3Aonly&type=repositories',
      ],
    ],
  })
})

test('long searches have fewer links', () => {
  expect(explainNoResults(parseSearchRequest({ q: 'x'.repeat(300) })).links).toEqual([])
})
