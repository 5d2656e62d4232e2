import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { sample, startSample } from '../test-support.ts'

const request = sample()

test.each([
  ['html-200', 200, 'text/html; charset=utf-8', /^<!DOCTYPE html>\n/],
  ['html-502', 502, 'text/html; charset=utf-8', /<title>Unicorn! · GitHub<\/title>/],
  ['empty-200', 200, 'application/json; charset=utf-8', /^$/],
  ['null-body', 200, 'application/json; charset=utf-8', /^null$/],
  ['array-body', 200, 'application/json; charset=utf-8', /^\[\]$/],
  ['text-body', 200, 'text/plain; charset=utf-8', /^It works!$/],
])('%s responds with %i and %s', async (fault, status, type, body) => {
  const response = await request(`/repos/failures/${fault}`)

  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe(type)
  expect(await response.text()).toMatch(body)
})

test('missing-fields keeps id, full_name and private, in lists and searches too', async () => {
  const id = expect.any(Number)
  const repo = await request('/repos/failures/missing-fields')
  const list = await request('/users/failures-missing-fields/repos?per_page=1')
  const found = await request(
    '/search/repositories?q=failures:missing-fields%20org:acme&per_page=1',
  )

  expect(await repo.json()).toEqual({
    id,
    full_name: 'failures/missing-fields',
    private: false,
  })
  expect(await list.json()).toEqual([
    { id, full_name: 'failures-missing-fields/one', private: false },
  ])
  expect(await found.json()).toEqual({
    items: [{ id, full_name: 'acme/monolith', private: false }],
  })
})

test('wrong-types swaps numbers and strings', async () => {
  expect(await (await request('/repos/failures/wrong-types')).json()).toMatchObject({
    id: expect.stringMatching(/^\d+$/),
    name: 11,
    stargazers_count: expect.stringMatching(/^\d+$/),
    archived: 'no',
    private: false,
    owner: { login: 8, id: '1006' },
  })
})

test('huge-number sends numbers of thirty digits', async () => {
  const text = await (await request('/repos/failures/huge-number')).text()

  expect(text).toContain('"stargazers_count":123456789012345678901234567890,')
  expect(JSON.parse(text)).toMatchObject({ stargazers_count: 1.2345678901234568e29 })
})

test('wrong-dates sends invalid dates', async () => {
  expect(await (await request('/repos/failures/wrong-dates')).json()).toMatchObject({
    created_at: '2026-13-45T99:99:99Z',
    updated_at: 'yesterday',
    pushed_at: '0000-00-00T00:00:00Z',
  })
  const weeks = await request('/repos/failures/wrong-dates/stats/commit_activity')
  expect(await weeks.text()).toContain('"week":8640000000001,')
})

test('cut-json sends half of the text with the headers of the whole', async () => {
  const requestAgain = sample()
  const healthy = await requestAgain('/repos/fresh/halved')
  const whole = await healthy.text()
  const body = JSON.stringify({ prefix: '/repos/fresh/halved', fault: 'cut-json' })
  await requestAgain('/_control/faults', { method: 'POST', body })
  const response = await requestAgain('/repos/fresh/halved')

  expect(response.headers.get('etag')).toBe(healthy.headers.get('etag'))
  expect(await response.text()).toBe(whole.slice(0, Math.floor(whole.length / 2)))
})

test.each([
  ['cut-gzip', 'unexpected end of file'],
  ['bad-gzip', 'incorrect header check'],
])('%s cannot be decompressed: %s', async (fault, message) => {
  const response = await request(`/repos/failures/${fault}`)
  const bytes = Buffer.from(await response.arrayBuffer())

  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(() => gunzipSync(bytes)).toThrow(message)
})

test.each(['cut-gzip', 'bad-gzip'])('%s is unreadable for fetch', async (fault) => {
  const url = await startSample()
  const response = await fetch(`${url}/repos/failures/${fault}`)

  expect(response.status).toBe(200)
  // Node.js 20 returns the part that it could decompress; later versions throw.
  await expect(response.json()).rejects.toThrow(/JSON|terminated/)
})

test('text that is not JSON passes through JSON faults unchanged', async () => {
  const headers = { accept: 'application/vnd.github.raw' }
  const response = await request('/repos/failures/wrong-types/readme', { headers })

  expect(await response.text()).toMatch(/^# wrong-types\n/)
})
