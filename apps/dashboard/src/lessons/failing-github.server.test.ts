import { expect, test } from 'vitest'
import { requestPage } from '#server/test-request-page.ts'
import { isSampleData } from './failing-github.server.ts'

const rocket = JSON.stringify({ full_name: 'acme/rocket', stargazers_count: 7 })

test.each([
  ['sample', { 'x-sample-github': '1' }, true],
  ['live', {}, false],
])('recognizes %s data', async (_, headers, expected) => {
  Reflect.deleteProperty(globalThis, Symbol.for('@repo/dashboard data source'))
  const { text } = await requestPage(
    async () => ({ props: { isSampleData: await isSampleData() } }),
    {
      upstream: (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(rocket)
      },
    },
  )
  expect(JSON.parse(text)).toMatchObject({ isSampleData: expected })
})
