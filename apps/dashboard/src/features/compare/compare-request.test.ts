import { expect, test } from 'vitest'
import { comparePath } from '#components/repo/compare-path.ts'
import { canonicalComparePath, parseCompareRequest } from './compare-request.ts'
import { parseCompareView } from './compare-view.ts'

const webUrls = ['https://github.test']

function parse(query: { repos?: string | string[] }) {
  return parseCompareRequest(query, webUrls)
}

test('parses names separated by commas or spaces', () => {
  expect(parse({ repos: ' acme/rocket, nova/dot.files_2 a/b,' })).toEqual({
    names: ['acme/rocket', 'nova/dot.files_2', 'a/b'],
    repeated: [],
    skipped: [],
  })
  expect(parse({})).toEqual({ names: [], repeated: [], skipped: [] })
  expect(parse({ repos: ['a/b,e/f', 'c/d'] })).toMatchObject({ names: ['a/b', 'e/f', 'c/d'] })
})

test('lists a name only once, in any letter case, and its repetitions apart', () => {
  const repos = 'acme/rocket,ACME/Rocket,acme/rocket,ACME/Rocket,nova/rocket,bad,BAD'
  expect(parse({ repos })).toEqual({
    names: ['acme/rocket', 'nova/rocket'],
    repeated: ['ACME/Rocket', 'acme/rocket'],
    skipped: ['bad'],
  })
})

test('parses addresses of GitHub’s website, and names with spaces around the slash', () => {
  const repos =
    'https://www.github.test/acme/rocket/issues?q=a#b, git@github.test:nova/rocket.git acme / orbit'
  expect(parse({ repos })).toEqual({
    names: ['acme/rocket', 'nova/rocket', 'acme/orbit'],
    repeated: [],
    skipped: [],
  })
  expect(parse({ repos: 'https://evil.test/acme/rocket,@acme' })).toEqual({
    names: [],
    repeated: [],
    skipped: ['https://evil.test/acme/rocket', '@acme'],
  })
})

test.each([
  ['https://github.test/acme/rocket,nova/rocket', '/compare?repos=acme/rocket,nova/rocket'],
  ['acme / rocket, acme/rocket', '/compare?repos=acme/rocket'],
  ['acme/rocket.git', '/compare?repos=acme/rocket'],
  ['acme/rocket, nova/rocket ACME/rocket', undefined],
  ['https://github.test/acme/rocket,<b>', undefined],
  ['', undefined],
])('the canonical path of %j is %j', (repos, path) => {
  expect(canonicalComparePath({ repos }, parse({ repos }), parseCompareView({}))).toBe(path)
})

test('several parameters redirect to one, in the same view', () => {
  const query = { repos: ['a/b', 'c/d'] }
  const view = parseCompareView({ chart: 'stars' })
  expect(canonicalComparePath(query, parse(query), view)).toBe('/compare?repos=a/b,c/d&chart=stars')
})

test('skips invalid names and names over the limit', () => {
  expect(parse({ repos: 'acme,a/b/c,_x/y,a/..,a/<b>,' })).toEqual({
    names: [],
    repeated: [],
    skipped: ['acme', 'a/b/c', '_x/y', 'a/..', 'a/<b>'],
  })
  expect(parse({ repos: 'a/1,a/2,a/3,a/4,a/5' })).toEqual({
    names: ['a/1', 'a/2', 'a/3', 'a/4'],
    repeated: [],
    skipped: ['a/5'],
  })
})

test('lists at most five skipped names, of at most 100 characters', () => {
  const { skipped } = parse({ repos: `${'x'.repeat(200)},b,c,d,e,f,g` })
  expect(skipped).toEqual(['x'.repeat(100), 'b', 'c', 'd', 'e'])
})

test('writes a readable URL', () => {
  expect(comparePath(['acme/rocket', 'nova/rocket'])).toBe('/compare?repos=acme/rocket,nova/rocket')
  expect(comparePath([])).toBe('/compare')
})
