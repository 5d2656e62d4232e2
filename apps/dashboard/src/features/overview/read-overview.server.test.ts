import { createClient, createPanel } from '@repo/github'
import { createStores } from '@repo/github/store'
import { expect, onTestFinished, test } from 'vitest'
import { readOverview, toTopContributors } from './read-overview.server.ts'

const person = (login: string | null) => ({ login, avatarUrl: null, commits: 1, isBot: false })
const yearOf = (shown: ReturnType<typeof person>, lastWeek: string | null = null) => ({
  ...shown,
  added: 1,
  removed: null,
  lastWeek,
})

test('takes the first five contributors, and counts them all', () => {
  const people = ['a', 'b', 'c', null, 'e', 'f', 'g', 'h'].map(person)
  expect(toTopContributors(people.map((one) => yearOf(one)))).toEqual({
    people: ['a', 'b', 'c', null, 'e'].map(person),
    total: 8,
    busFactor: { people: 4, total: 8 },
    lastHumanWeek: null,
  })
})

test('takes all contributors when there are fewer than five', () => {
  expect(toTopContributors([yearOf(person('a'))])).toEqual({
    people: [person('a')],
    total: 1,
    busFactor: { people: 1, total: 1 },
    lastHumanWeek: null,
  })
  expect(toTopContributors([])).toEqual({
    people: [],
    total: 0,
    busFactor: null,
    lastHumanWeek: null,
  })
})

test('excludes bots from the bus factor', () => {
  const bot = { ...person('robot[bot]'), commits: 100, isBot: true }
  expect(
    toTopContributors([bot, person('a'), person('b'), person('c')].map((one) => yearOf(one)))
      .busFactor,
  ).toEqual({
    people: 2,
    total: 3,
  })
})

test('leaves out who was not active, and finds the last commit of any human', () => {
  const gone = yearOf({ ...person('gone'), commits: 0 }, '2024-05-05T00:00:00.000Z')
  const bot = yearOf({ ...person('bot'), isBot: true }, '2026-05-24T00:00:00.000Z')
  const older = yearOf({ ...person('older'), commits: 0 }, '2023-05-07T00:00:00.000Z')
  expect(toTopContributors([bot, gone, older])).toEqual({
    people: [{ ...person('bot'), isBot: true }],
    total: 1,
    busFactor: null,
    lastHumanWeek: '2024-05-05T00:00:00.000Z',
  })
})

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
