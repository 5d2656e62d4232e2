import { cacheHeaders } from '@repo/cache-headers'
import { createClient } from '@repo/github'
import { expect, test } from 'vitest'
import { cachingOf } from '#server/test-support.ts'
import { answerBadge } from './answer-badge.server.ts'
import { createSmallStore } from './small-store.server.ts'

const kept = {
  'cache-control': 'public, max-age=0, must-revalidate, s-maxage=300, stale-while-revalidate=3600',
  'cdn-cache-control': 'max-age=300, stale-while-revalidate=3600',
}
const keptBriefly = {
  'cache-control': 'public, max-age=0, must-revalidate, s-maxage=30',
  'cdn-cache-control': 'max-age=30',
}
const keptByNobody = { 'cache-control': 'private, no-store' }

const rocket = {
  full_name: 'acme/rocket',
  stargazers_count: 12_431,
  license: { name: 'MIT License', spdx_id: 'MIT' },
}

const checkRuns = '/repos/acme/rocket/commits/HEAD/check-runs'

type Answers = Record<string, unknown>

/** A client of a GitHub that knows these paths, a number being a status; and the paths it is asked for. */
function clientOf(answers: Answers, now = () => 0, token?: string) {
  const asked: string[] = []
  const client = createClient({
    baseUrl: 'https://github.test',
    token,
    now,
    stores: { shared: createSmallStore(1_000_000, now), viewer: createSmallStore(0) },
    pause: async () => {},
    fetch: async (input) => {
      const { pathname } = new URL(String(input))
      asked.push(pathname)
      const answer = (await answers[pathname]) ?? 404
      return typeof answer === 'number'
        ? Response.json({}, { status: answer })
        : Response.json(answer)
    },
  })
  return Object.assign(client, { asked })
}

/** The response that the route makes of an answer. */
async function ask(
  path: string,
  client = clientOf({ '/repos/acme/rocket': rocket }),
  init?: RequestInit,
): Promise<Response> {
  const request = new Request(`https://dashboard.test/api/badge/repos/${path}`, init)
  const { status, headers, body, policy } = await answerBadge(request, client)
  return new Response(body, { status, headers: { ...headers, ...cacheHeaders(policy) } })
}

function titleOf(svg: string): string | undefined {
  return /<title>(.*)<\/title>/.exec(svg)?.[1]
}

test('is a picture of the stars where nothing is chosen, kept for everybody', async () => {
  const response = await ask('acme/rocket.svg')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  expect(cachingOf(response)).toEqual(kept)
  expect(titleOf(await response.text())).toBe('stars: 12.4k')
})

const passed = { name: 'test', status: 'completed', conclusion: 'success' }
const running = { name: 'test', status: 'queued' }
const broken = { context: 'preview', state: 'failure' }

test.each([
  ['license', {}, 'license: MIT'],
  ['licence', {}, 'license: MIT'],
  ['license', { '/repos/acme/rocket': { ...rocket, license: null } }, 'license: none'],
  ['stars', { '/repos/acme/rocket': { ...rocket, stargazers_count: null } }, 'stars: unknown'],
  ['release', { '/repos/acme/rocket/releases/latest': { tag_name: 'v4.2.1' } }, 'release: v4.2.1'],
  ['release', {}, 'release: none'],
  ['ci', { runs: [passed], statuses: [] }, 'CI: passing'],
  ['ci', { runs: [passed], statuses: [broken] }, 'CI: failing'],
  ['ci', { runs: [running], statuses: [] }, 'CI: running'],
  ['ci', { runs: [], statuses: [] }, 'CI: no checks'],
])('says of %s, where GitHub says %j: %s', async (subject, said: Answers, title) => {
  const { runs = [], statuses = [], ...answers } = said
  const response = await ask(
    `acme/rocket.svg?show=${subject}`,
    clientOf({
      '/repos/acme/rocket': rocket,
      '/repos/acme/rocket/commits/HEAD/check-runs': { total_count: 0, check_runs: runs },
      '/repos/acme/rocket/commits/HEAD/status': { sha: 'a', total_count: 0, statuses },
      ...answers,
    }),
  )
  expect(titleOf(await response.text())).toBe(title)
  expect(cachingOf(response)).toEqual(kept)
})

test.each([
  [404, 'stars: repository not found', keptBriefly],
  [451, 'stars: repository blocked', keptBriefly],
  [403, 'stars: not allowed', keptBriefly],
  [401, 'stars: not allowed', keptByNobody],
  [429, 'stars: waiting for GitHub', keptByNobody],
  [500, 'stars: GitHub is unreachable', keptByNobody],
])(
  'shows a %i of GitHub as a picture that says "%s", and never keeps it long',
  async (status, title, caching) => {
    const response = await ask('acme/rocket.svg', clientOf({ '/repos/acme/rocket': status }))
    expect(response.status).toBe(200)
    expect(titleOf(await response.text())).toBe(title)
    expect(cachingOf(response)).toEqual(caching)
  },
)

test('shows the last good data while GitHub fails, kept for a moment', async () => {
  let now = 0
  const answers: Answers = { '/repos/acme/rocket': rocket }
  const client = clientOf(answers, () => now)
  await ask('acme/rocket.svg', client)
  answers['/repos/acme/rocket'] = 500
  now = 3_600_000

  const response = await ask('acme/rocket.svg', client)
  expect(titleOf(await response.text())).toBe('stars: 12.4k')
  expect(cachingOf(response)).toEqual(keptBriefly)
})

test('does not ask GitHub again while what it said is fresh', async () => {
  const client = clientOf({ '/repos/acme/rocket': rocket })
  await ask('acme/rocket.svg', client)
  await ask('acme/rocket.svg?show=license', client)
  expect(client.asked).toEqual(['/repos/acme/rocket'])
})

test('shows a renamed repository under its new name', async () => {
  const client = clientOf({ '/repos/acme/old': rocket, '/repos/acme/rocket': rocket })
  const response = await ask('acme/old.svg', client)
  expect(titleOf(await response.text())).toBe('stars: 12.4k')
})

test('says nothing of a private repository, which the token may see', async () => {
  const secret = { ...rocket, private: true }
  const answers = {
    '/repos/acme/rocket': secret,
    '/repos/acme/rocket/releases/latest': { tag_name: 'v9-secret' },
  }
  const response = await ask('acme/rocket.svg?show=release', clientOf(answers))
  expect(titleOf(await response.text())).toBe('release: repository not found')
})

test('says nothing of a private repository by what the token may not see of it either', async () => {
  let tell = (_answer: unknown) => {}
  const told = new Promise((resolve) => {
    tell = resolve
  })
  const answers = { '/repos/acme/rocket': told, [checkRuns]: 403 }
  const client = clientOf(answers, undefined, 'ghp_server')
  const asking = ask('acme/rocket.svg?show=ci', client)
  // The refusal comes first.
  await expect.poll(() => client.asked).toContain(checkRuns)
  tell({ ...rocket, private: true })
  expect(titleOf(await (await asking).text())).toBe('CI: repository not found')
})

test.each(['a b/rocket.svg', '-a/rocket.svg', 'acme/...svg', 'acme/a%2fb.svg'])(
  'asks GitHub nothing for %s, which it cannot have',
  async (path) => {
    const client = clientOf({})
    const response = await ask(path, client)
    expect(titleOf(await response.text())).toBe('stars: repository not found')
    expect(client.asked).toEqual([])
  },
)

test('says what may be shown when asked for something else', async () => {
  const response = await ask('acme/rocket.svg?show=forks')
  expect(titleOf(await response.text())).toBe('badge: show stars, ci, release or license')
  expect(cachingOf(response)).toEqual(keptBriefly)
})

test('is not found without its ending', async () => {
  expect((await ask('acme/rocket')).status).toBe(404)
})

test('refuses other methods', async () => {
  const response = await ask('acme/rocket.svg', undefined, { method: 'POST' })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET, HEAD')
  expect(cachingOf(response)).toEqual(keptByNobody)
})
