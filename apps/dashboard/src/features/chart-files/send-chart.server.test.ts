import { cacheHeaders } from '@repo/cache-headers'
import { createClient, createPanel, GitHubError } from '@repo/github'
import { createBarPlot } from '@repo/ui/bar-plot'
import { expect, test } from 'vitest'
import { type ReadChart, toChartFile } from '#components/charts/chart-file.ts'
import { chartTitles } from '#components/charts/chart-names.ts'
import { createEdgeStore } from '#server/edge-store.ts'
import { cacheHeadersOf } from '#server/test-support.ts'
import { respondWithChart } from './send-chart.server.ts'

const fresh = {
  'cache-control': 'public, max-age=0, must-revalidate, s-maxage=300, stale-while-revalidate=3600',
  'cdn-cache-control': 'max-age=300, stale-while-revalidate=3600',
}
const shortLived = {
  'cache-control': 'public, max-age=0, must-revalidate, s-maxage=30',
  'cdn-cache-control': 'max-age=30',
}
const notCached = { 'cache-control': 'private, no-store' }

const rocket = { full_name: 'acme/rocket', html_url: 'https://github.test/acme/rocket' }
const week = { week: 1_780_185_600, total: 3, days: [0, 3, 0, 0, 0, 0, 0] }
const repoPath = '/repos/acme/rocket'
const statistics = `${repoPath}/stats/commit_activity`
const bodies = { [repoPath]: rocket, [statistics]: [week] }

/** Stands for every chart: it reads the commits of a repository. */
const readCommits: ReadChart = async ({ github, owner, name }) =>
  toChartFile(await github.getCommitActivity(owner, name), (weeks) => ({
    summary: `${weeks.length} weeks`,
    note: 'A <note>',
    chart: {
      form: 'bars',
      unit: 'commits',
      plot: createBarPlot(
        {
          values: weeks.map(({ commits }) => commits),
          labels: { firstWeek: weeks[0]?.beginsAt ?? '' },
        },
        { events: [{ index: 0, text: '=HYPERLINK("x")' }] },
      ),
    },
    emptyText: 'No commits in the past year.',
  }))
const readers = Object.fromEntries(
  Object.keys(chartTitles).map((name) => [name, readCommits]),
) as Parameters<typeof respondWithChart>[3]

type Bodies = Record<string, unknown>

/** A GitHub with these bodies, or statuses, by path; it records the requested paths. */
function gitHubOf(bodies: Bodies, now = () => Date.UTC(2026, 5, 1, 12)) {
  const requested: string[] = []
  const client = createClient({
    baseUrl: 'https://github.test',
    now,
    stores: { shared: createEdgeStore(1_000_000, now), viewer: createEdgeStore(0) },
    pause: async () => {},
    fetch: async (input) => {
      const { pathname } = new URL(String(input))
      requested.push(pathname)
      const body = bodies[pathname] ?? 404
      return typeof body === 'number' ? Response.json({}, { status: body }) : Response.json(body)
    },
  })
  return { client, requested }
}

/** The HTTP response that the route sends; a redirect has only its location. */
async function request(path: string, { client } = gitHubOf(bodies), search = '') {
  const [owner, repo, file] = path.split('/')
  let isDegraded = false
  const openGitHub = () =>
    client.forRequest({
      onCall: ({ cacheStatus }) => {
        isDegraded ||= cacheStatus === 'stale'
      },
    })
  const response = await respondWithChart(
    { owner, repo, file },
    search,
    {
      github: openGitHub(),
      openGitHub,
      panel: createPanel(() => {
        isDegraded = true
      }),
      isDegraded: () => isDegraded,
    },
    readers,
  )
  if (response === undefined) return new Response(null, { status: 404 })
  if ('location' in response) return new Response(null, { status: 307, headers: response })
  const { body, type, disposition, policy } = response
  const headers = { 'content-type': type, 'content-disposition': disposition }
  return new Response(body, { headers: { ...headers, ...cacheHeaders(policy) } })
}

function messageOf(svg: string): string | undefined {
  return /<desc [^>]*>(.*)<\/desc>/.exec(svg)?.[1]
}

test('a chart is an image with its title, source and date, publicly cached', async () => {
  const response = await request('acme/rocket/commits.svg')
  expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe(
    'inline; filename="acme-rocket-commits.svg"',
  )
  expect(cacheHeadersOf(response)).toEqual(fresh)
  const svg = await response.text()
  expect(svg).toContain('<title id="title">Commits per week, acme/rocket · 1 weeks</title>')
  expect(svg).toContain('>A &lt;note&gt;</text>')
  expect(svg).toContain('>github.test/acme/rocket · Jun 1, 2026, 12:00 PM UTC</text>')
})

test('a chart is a table with dates, without formulas, with its date and source', async () => {
  const response = await request('acme/rocket/commits.csv')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="acme-rocket-commits.csv"',
  )
  expect(cacheHeadersOf(response)).toEqual(fresh)
  expect(await response.text()).toBe(
    [
      '"week","commits","events"',
      '"2026-05-31",3,"\'=HYPERLINK(""x"")"',
      '"As of","2026-06-01T12:00:00.000Z"',
      '"Source","https://github.test/acme/rocket"',
      '',
    ].join('\r\n'),
  )
})

test('a chart without values is an image that says so', async () => {
  const github = gitHubOf({ ...bodies, [statistics]: [] })
  const svg = await (await request('acme/rocket/commits.svg', github)).text()
  expect(messageOf(svg)).toBe('No commits in the past year.')
  expect(svg).toContain('>github.test/acme/rocket · ')
})

test.each([
  [{ [repoPath]: 404 }, 'Repository not found', shortLived],
  [{ [repoPath]: 451 }, 'Repository disabled', shortLived],
  [{ [repoPath]: { ...rocket, private: true } }, 'Repository not found', shortLived],
  [
    { [repoPath]: { ...rocket, private: true }, [statistics]: 403 },
    'Repository not found',
    shortLived,
  ],
  [{ [statistics]: 202 }, 'Still computing, try again soon', notCached],
  [{ [statistics]: 500 }, 'Unavailable', notCached],
  [{ [repoPath]: 429 }, 'Rate limited', notCached],
])(
  'GitHub’s %j is an image that says "%s", cached briefly or not at all',
  async (changes, message, caching) => {
    const response = await request('acme/rocket/commits.svg', gitHubOf({ ...bodies, ...changes }))
    expect(response.status).toBe(200)
    expect(messageOf(await response.text())).toBe(message)
    expect(cacheHeadersOf(response)).toEqual(caching)
  },
)

test('GitHub’s error is the error of a table', async () => {
  const failing = request('acme/rocket/commits.csv', gitHubOf({ ...bodies, [statistics]: 500 }))
  await expect(failing).rejects.toBeInstanceOf(GitHubError)
})

test('the last known data is cached briefly while GitHub fails', async () => {
  let now = Date.UTC(2026, 5, 1, 12)
  const changing: Bodies = { ...bodies }
  const github = gitHubOf(changing, () => now)
  await request('acme/rocket/commits.svg', github)
  changing[statistics] = 500
  now += 2 * 3_600_000

  const response = await request('acme/rocket/commits.svg', github)
  expect(await response.text()).toContain('Jun 1, 2026, 12:00 PM UTC')
  expect(cacheHeadersOf(response)).toEqual(shortLived)
})

test('a renamed repository redirects to the same file of its new name', async () => {
  const github = gitHubOf({ ...bodies, '/repos/acme/old': rocket })
  const response = await request('acme/old/commits.csv', github, '?range=3m')
  expect(response.status).toBe(307)
  expect(response.headers.get('location')).toBe(
    '/api/charts/repos/acme/rocket/commits.csv?range=3m',
  )
})

test.each([
  ['_a/rocket/commits.svg', 'Repository not found'],
  ['acme/<svg onload=x>/commits.svg', 'Repository not found'],
])('an invalid name is an image, without a request to GitHub: %s', async (path, message) => {
  const github = gitHubOf(bodies)
  const response = await request(path, github)
  const svg = await response.text()
  expect(messageOf(svg)).toBe(message)
  expect(svg).not.toContain('onload')
  expect(cacheHeadersOf(response)).toEqual(shortLived)
  expect(github.requested).toEqual([])
})

test.each([
  'acme/rocket/forks.svg',
  'acme/rocket/constructor.svg',
  'acme/rocket/forks.csv',
  '_a/rocket/commits.csv',
  'acme/rocket/commits',
  'acme/rocket/.svg',
])('is not found: %s', async (path) => {
  expect((await request(path)).status).toBe(404)
})
