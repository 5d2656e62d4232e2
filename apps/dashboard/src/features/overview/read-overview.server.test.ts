import { createClient, createPanel } from '@repo/github'
import { createStores } from '@repo/github/store'
import { expect, onTestFinished, test } from 'vitest'
import { readOverview } from './read-overview.server.ts'

test('computes what is derived from stored data once for all requests, and apart for a viewer', async () => {
  const stores = createStores()
  onTestFinished(() => stores.close())
  const week = { week: 1_780_185_600, total: 3, days: [0, 3, 0, 0, 0, 0, 0] }
  const bodies: Record<string, unknown> = {
    '': { id: 1, full_name: 'acme/rocket', private: false, stargazers_count: 7 },
    '/stats/commit_activity': [week],
    '/stargazers/history': [week],
    '/stats/contributors': [{ author: { login: 'ann' }, weeks: [{ w: 1, c: 2 }] }],
    '/readme': '<p>Hi</p>',
  }
  const client = createClient({
    baseUrl: 'https://github.test',
    stores,
    fetch: async (...request) => {
      const { pathname } = new URL(new Request(...request).url)
      const body = bodies[pathname.replace('/repos/acme/rocket', '')]
      if (pathname === '/user') return Response.json({ login: 'ann' })
      if (typeof body !== 'string') return Response.json(body ?? {}, { status: body ? 200 : 404 })
      return new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } })
    },
  })
  const read = (viewerToken?: string) => {
    const github = client.forRequest({ viewerToken })
    return readOverview({ github, panel: createPanel(() => {}) }, 'acme', 'rocket')
  }
  const dataOf = ({ commits, stars, contributors, readme }: Awaited<ReturnType<typeof read>>) =>
    [commits, stars, contributors, readme].map((panel) => 'data' in panel && panel.data)
  const [first, second, ofViewer] = [await read(), await read(), await read('gho_ann')].map(dataOf)

  expect(first?.at(-1)).toEqual({ html: '<p>Hi</p>', isTruncated: false })
  expect(ofViewer).toEqual(first)
  for (const [index, data] of (first ?? []).entries()) {
    expect(data).toBeTypeOf('object')
    expect(second?.[index]).toBe(data)
    expect(ofViewer?.[index]).not.toBe(data)
  }
})
