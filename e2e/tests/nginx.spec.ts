import type { ServerResponse } from 'node:http'
import { expect, test } from '../support/behind-test-origin.ts'

test.use({ cache: 'nginx' })

test('a client has at most a hundred concurrent requests', async ({ origin, visit }) => {
  const held: ServerResponse[] = []
  origin.respondWith((_request, response) => held.push(response))
  const visits = Array.from({ length: 130 }, (_, index) => visit(`/${index}`))

  await expect.poll(() => held.length).toBe(100)
  for (const response of held) response.end()
  const statuses = (await Promise.all(visits)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(100)
  expect(statuses.filter((status) => status === 429)).toHaveLength(30)
})
