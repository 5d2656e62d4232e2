import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

test('takes the number of the last page where one pull request is on each', async () => {
  const link =
    '<https://api.github.com/repositories/1/pulls?page=2>; rel="next", ' +
    '<https://api.github.com/repositories/1/pulls?page=38>; rel="last"'
  const { requests, countOpenPulls } = githubReturning({ body: [{ number: 7 }], headers: { link } })
  expect(await countOpenPulls('acme', 'rocket')).toEqual({ data: 38, asOf })
  expect(requests.map(({ url }) => url)).toEqual([
    'https://github.test/repos/acme/rocket/pulls?state=open&per_page=1',
  ])
})

test.each([
  [1, [{ number: 7 }]],
  [0, []],
])('knows that there is %i where GitHub names no page', async (count, body) => {
  const { countOpenPulls } = githubReturning({ body })
  expect((await countOpenPulls('acme', 'rocket')).data).toBe(count)
})
