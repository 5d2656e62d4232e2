import { expect, test } from 'vitest'
import { requestPage } from '#server/request-page.ts'
import { isSample } from './failing-github.server.ts'

const rocket = JSON.stringify({ full_name: 'acme/rocket', stargazers_count: 7 })

test.each([
  ['sample', { 'x-sample-github': '1' }, true],
  ['live', {}, false],
])('data is told to be from the sample GitHub where it is %s', async (_, headers, expected) => {
  Reflect.deleteProperty(globalThis, Symbol.for('@repo/dashboard data source'))
  const { text } = await requestPage(async () => ({ props: { sample: await isSample() } }), {
    upstream: (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(rocket)
    },
  })
  expect(JSON.parse(text)).toMatchObject({ sample: expected })
})
