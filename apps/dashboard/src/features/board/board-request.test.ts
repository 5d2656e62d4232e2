import { expect, test } from 'vitest'
import { parseBoardRequest } from './board-request.ts'

function parse(repos: string) {
  return parseBoardRequest({ repos }, ['https://github.test'])
}

test('reads names and addresses, each once', () => {
  expect(parse('acme/rocket, https://github.test/nova/rocket ACME/Rocket')).toEqual({
    names: ['acme/rocket', 'nova/rocket'],
    typed: 'acme/rocket, nova/rocket',
    problems: [],
  })
  expect(parse('')).toEqual({ names: [], typed: '', problems: [] })
})

test('an invalid name is a problem of the whole board, which keeps what was typed', () => {
  expect(parse('acme/rocket,<b>,a/..')).toEqual({
    names: [],
    typed: 'acme/rocket, <b>, a/..',
    problems: [{ kind: 'invalid-names', names: ['<b>', 'a/..'] }],
  })
})

test('a board has up to 24 repositories', () => {
  const names = Array.from({ length: 25 }, (_, index) => `a/${index}`)
  expect(parse(names.slice(1).join()).names).toHaveLength(24)
  expect(parse(names.join())).toMatchObject({
    names: [],
    problems: [{ kind: 'too-many', count: 25 }],
  })
  expect(parse(`${names.join()},<b>`).problems).toEqual([
    { kind: 'invalid-names', names: ['<b>'] },
    { kind: 'too-many', count: 26 },
  ])
})
