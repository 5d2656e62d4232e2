import { expect, test } from 'vitest'
import { parseStoredRepos } from './stored-repos.ts'

test('parses the id and the latest name of each repository', () => {
  expect(
    parseStoredRepos(
      JSON.stringify([
        { id: 1, name: 'acme/rocket', stars: 5 },
        { id: 2, name: 'nova/dot.files_2' },
        { id: 1, name: 'acme/new-name' },
      ]),
    ),
  ).toEqual([
    { id: 1, name: 'acme/new-name' },
    { id: 2, name: 'nova/dot.files_2' },
  ])
})

test.each([
  '',
  'nonsense',
  '{}',
  'null',
  '[null, 1, "a/b", []]',
  '[{"id":0,"name":"a/b"}]',
  '[{"id":1.5,"name":"a/b"}]',
  '[{"id":"1","name":"a/b"}]',
  '[{"id":1}]',
  '[{"id":1,"name":"//evil.example"}]',
  '[{"id":1,"name":"a/b/c"}]',
  '[{"id":1,"name":"../b?c"}]',
])('parses no repositories from %s', (text) => {
  expect(parseStoredRepos(text)).toEqual([])
})
