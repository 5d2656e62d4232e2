import { getData } from '../support/data-route.ts'
import { expect, test } from '../support/test.ts'

const largest = [
  '/',
  '/search?q=user:acme',
  '/owners/acme?sort=name',
  '/repos/acme/monolith',
  '/repos/acme/rocket',
  '/compare?repos=acme/rocket,acme/monolith,acme/polyglot,nova/rocket',
  ...['rocket', 'monolith'].flatMap((repo) =>
    ['issues', 'pulls', 'releases', 'contributors', 'activity'].map(
      (section) => `/repos/acme/${repo}/${section}`,
    ),
  ),
  '/learn/first-page',
  '/learn/runtime/node',
  '/learn/runtime/edge',
]

for (const path of largest) {
  test(`the data of ${path} is small, and under our names`, async ({ request }) => {
    const body = await (await getData(request, path)).text()

    expect(Buffer.byteLength(body)).toBeLessThan(32_000)
    // GitHub's names are the ones with an underscore.
    expect(body.match(/"[a-z]+_[a-z_]+":/g)).toBeNull()
  })
}

test('the overview’s data holds what the page shows, and nothing else', async ({ request }) => {
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
    license: 'MIT',
    stars: 12_431,
    forks: 912,
    watchers: 164,
    openIssuesAndPulls: 269,
    issuesDisabled: false,
    createdAt: expect.stringMatching(/Z$/),
    pushedAt: expect.stringMatching(/Z$/),
    archived: false,
    template: false,
    mirrorOf: null,
    forkOf: null,
  })
})

test('markup in GitHub’s text cannot leave the page’s data', async ({ page }) => {
  await page.goto('/repos/acme/polyglot')
  const data = await page.locator('#__NEXT_DATA__').textContent()

  expect(JSON.parse(data ?? '').props.pageProps.overview.repo.description).toContain(
    '</script><script>',
  )
})

for (const path of [
  '/',
  '/search?q=rocket',
  '/owners/acme',
  '/repos/acme/rocket',
  '/compare?repos=acme/rocket,acme/monolith,acme/polyglot,nova/rocket',
  '/repos/acme/rocket/issues',
  '/repos/acme/rocket/releases',
  '/repos/acme/rocket/contributors',
  '/repos/acme/rocket/activity',
  '/learn/first-page',
  '/learn/runtime/node',
  '/learn/runtime/edge',
]) {
  test(`${path} has no inline script and no style attribute`, async ({ request }) => {
    const html = await (await request.get(path)).text()
    const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].map(([tag]) => tag)

    expect(inline).toEqual(['<script id="__NEXT_DATA__" type="application/json">'])
    expect(html).not.toMatch(/<[^>]+\sstyle=/)
  })
}
