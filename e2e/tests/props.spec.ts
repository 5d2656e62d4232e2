import { getData } from '../support/data-route.ts'
import { appPages, viewerHeaders } from '../support/pages.ts'
import { expect, test } from '../support/test.ts'

const ssrPages = appPages.filter(
  ({ rendering, template }) => rendering === 'ssr' && template !== 'error',
)

// The sample's largest repository and lists.
const largest = [
  '/search?q=user:acme',
  '/owners/acme?sort=name',
  '/repos/acme/monolith',
  ...[
    'issues',
    'issues/statistics',
    'pulls',
    'pulls/statistics',
    'releases',
    'contributors',
    'activity',
  ].map((section) => `/repos/acme/monolith/${section}`),
  '/compare?repos=acme/rocket,acme/monolith,acme/polyglot,nova/rocket',
]

test('the data of every page is small and has no field names of GitHub', async ({ request }) => {
  const visits = [
    ...ssrPages.map((page) => ({ path: page.path, headers: viewerHeaders(page) })),
    ...largest.map((path) => ({ path, headers: {} })),
  ]
  for (const { path, headers } of visits) {
    const body = await (await getData(request, path, headers)).text()

    expect.soft(Buffer.byteLength(body), path).toBeLessThan(32_000)
    // Names with an underscore are GitHub's; those with two are Next's.
    expect.soft(body.match(/"[a-z]+_[a-z_]+":/g), path).toBeNull()
  }
})

test('the overview’s data contains what the page shows, and nothing else', async ({ request }) => {
  const { pageProps } = await (await getData(request, '/repos/acme/rocket')).json()

  expect(Object.keys(pageProps).toSorted()).toEqual(['frame', 'overview'])
  expect(Object.keys(pageProps.overview).toSorted()).toEqual([
    'age',
    'cadence',
    'commits',
    'community',
    'contributors',
    'languages',
    'openPulls',
    'readme',
    'release',
    'repo',
    'report',
    'stars',
    'unreleased',
  ])
  expect(pageProps.overview.repo).toEqual({
    id: expect.any(Number),
    fullName: 'acme/rocket',
    description: 'Staged rollouts for small teams: schedules, watches and takes back a release.',
    url: expect.stringMatching(/^https:\/\/[^/]+\/acme\/rocket$/),
    homepage: expect.stringMatching(/^https:/),
    topics: ['deployment', 'typescript', 'release-engineering'],
    defaultBranch: 'main',
    license: { name: 'MIT License', spdxId: 'MIT' },
    stars: 12_431,
    forks: 912,
    watchers: 164,
    openIssuesAndPulls: 269,
    issuesDisabled: false,
    createdAt: expect.stringMatching(/Z$/),
    pushedAt: expect.stringMatching(/Z$/),
    archived: false,
    isTemplate: false,
    mirrorOf: null,
    isFork: false,
    forkOf: null,
  })
})

test('markup in GitHub’s text is escaped in the page’s data', async ({ page }) => {
  await page.goto('/repos/acme/polyglot')
  const data = await page.locator('#__NEXT_DATA__').textContent()

  expect(JSON.parse(data ?? '').props.pageProps.overview.repo.description).toContain(
    '</script><script>',
  )
})

test('no page has an inline script, a style element or a style attribute', async ({ request }) => {
  for (const appPage of appPages) {
    const response = await request.get(appPage.path, { headers: viewerHeaders(appPage) })
    const html = await response.text()
    const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].map(([tag]) => tag)

    expect
      .soft(inline, appPage.path)
      .toEqual(['<script id="__NEXT_DATA__" type="application/json">'])
    expect.soft(html, appPage.path).not.toMatch(/<[^>]+\sstyle=|<style/)
  }
})
