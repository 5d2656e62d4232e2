import { getData } from '../support/data-route.ts'
import { maskRequestIds } from '../support/mask-request-ids.ts'
import { appPages, viewerApiPaths } from '../support/pages.ts'
import { appUrl } from '../support/servers.ts'
import { signInByToken } from '../support/sessions.ts'
import { expect, test } from '../support/test.ts'
import { users } from '../support/users.ts'

const { ann, ben } = users
const privatePaths = [
  ...appPages.filter(({ isPrivate }) => isPrivate).map(({ path }) => path),
  '/me?sort=name&page=2',
  `/me/repos/${ann.repo}`,
]
const annHeaders = { authorization: `Bearer ${ann.token}` }
const noStore = 'private, no-store'

test('every private page accepts an Authorization header, and no cache stores it', async ({
  request,
}) => {
  for (const path of privatePaths) {
    const html = await request.get(path, { headers: annHeaders })
    expect.soft(html.status(), path).toBe(200)
    expect.soft(html.headers()['cache-control'], path).toBe(noStore)
    expect.soft(html.headers()['cdn-cache-control'], path).toBeUndefined()
    expect.soft(html.headers()['set-cookie'], path).toBeUndefined()
    expect.soft(await html.text(), path).toContain('Signed in as')

    const data = await getData(request, path, annHeaders)
    expect.soft(data.status(), path).toBe(200)
    expect.soft(data.headers()['cache-control'], path).toBe(noStore)
    expect.soft((await data.json()).pageProps.frame.viewer.login, path).toBe('ann')
  }
})

test('every private page redirects an anonymous visitor to the sign-in page', async ({
  request,
}) => {
  for (const path of privatePaths) {
    const signInPath = `/sign-in?returnTo=${encodeURIComponent(path)}`
    const html = await request.get(path, { maxRedirects: 0 })
    expect.soft(html.status(), path).toBe(307)
    expect.soft(html.headers().location, path).toBe(signInPath)
    expect.soft(html.headers()['cache-control'], path).toBe(noStore)

    const data = await getData(request, path)
    expect.soft(data.headers()['cache-control'], path).toBe(noStore)
    expect.soft((await data.json()).pageProps.__N_REDIRECT, path).toBe(signInPath)
  }
})

const badFormat = "The Authorization header must be 'Bearer' and a token"
const badHeaders = [
  ['Basic YW5uOnBhc3M=', badFormat],
  ['Bearer', badFormat],
  [`Bearer ${ann.token}, Bearer ${ben.token}`, badFormat],
  ['Bearer x', 'A token has 8 to 1024 characters'],
  ['Bearer ghp_0123456789abcdefghij', 'GitHub rejected the token'],
] as const

test('every private page responds to a bad Authorization header with a 401 and the reason', async ({
  request,
}) => {
  for (const path of privatePaths) {
    for (const [authorization, reason] of badHeaders) {
      const headers = { authorization }
      for (const response of [
        await request.get(path, { headers, maxRedirects: 0 }),
        await getData(request, path, headers),
      ]) {
        expect.soft(response.status(), path).toBe(401)
        expect.soft(response.headers()['cache-control'], path).toBe(noStore)
        expect
          .soft(response.headers()['www-authenticate'], path)
          .toBe(`Bearer realm="GitHub", error="invalid_token", error_description="${reason}"`)
        expect.soft(await response.text(), path).not.toContain('Signed in as')
      }
    }
  }
})

test('a viewer sorts and pages their repositories', async ({ page }) => {
  await signInByToken(page, ann.token)
  const sorts = page.getByRole('navigation', { name: 'Sort' })
  await expect(sorts.getByRole('link')).toHaveText([
    'Recently pushed',
    'Recently updated',
    'Newest',
    'Name',
  ])
  await sorts.getByRole('link', { name: 'Name' }).click()
  await expect(
    page
      .getByRole('main')
      .getByRole('listitem')
      .getByRole('link', { name: /^acme\// })
      .first(),
  ).toHaveText('acme/abacus')
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL('/me?sort=name&page=2')
  const diary = page.getByRole('listitem').filter({ hasText: ann.repo })
  await expect(diary).toContainText('Private')
  await expect(page.getByRole('region', { name: 'API rate limit' })).toContainText(
    /REST.*of 5,000 left, resets at/,
  )
})

test('the overview of a private repository has the panels of a public one', async ({ page }) => {
  await signInByToken(page, ann.token)
  await page.goto(`/me/repos/${ann.repo}`)
  await expect(page.getByRole('region', { name: 'Languages' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Details' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Commits per week' })).toBeVisible()
})

test('a private repository has the tabs of a public one, below /me', async ({ page }) => {
  await signInByToken(page, ann.token)
  await page.goto(`/me/repos/${ann.repo}`)
  const tabs = page.getByRole('navigation', { name: 'Repository pages' })
  for (const [tab, path, text] of [
    ['Issues', 'issues', ann.canary],
    ['Pull requests', 'pulls', 'Open pull requests'],
    ['Releases', 'releases', 'Latest release'],
    ['Contributors', 'contributors', 'Last 12 months'],
    ['Activity', 'activity', 'Commits per week'],
  ] as const) {
    await tabs.getByRole('link', { name: tab }).click()
    await expect(page).toHaveURL(`/me/repos/${ann.repo}/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('ann / diary Private')
    await expect(page.getByRole('main')).toContainText(text)
  }
  await tabs.getByRole('link', { name: 'Issues' }).click()
  await page
    .getByRole('navigation', { name: 'State' })
    .getByRole('link', { name: 'Closed' })
    .click()
  await expect(page).toHaveURL(`/me/repos/${ann.repo}/issues?state=closed`)
})

const repoPages = appPages.filter(({ route }) => route.startsWith('/me/repos/[owner]/[repo]'))

test('a private repository has every page of a public one, except its badges', () => {
  const publicRoutes = appPages
    .map(({ route }) => route)
    .filter((route) => route.startsWith('/repos/') && !route.endsWith('/badge'))
  expect(repoPages.map(({ route }) => route)).toEqual(publicRoutes.map((route) => `/me${route}`))
})

test('every page of a private repository links to private pages and files only', async ({
  request,
}) => {
  for (const { path } of repoPages) {
    const html = await (await request.get(path, { headers: annHeaders })).text()
    const hrefs = [...html.matchAll(/ href="([^"]+)"/g)].map(([, href]) => href)
    expect.soft(hrefs, path).toContain(`/api/export/me/repos/${ann.repo}.csv`)
    expect
      .soft(
        hrefs.filter((href) => /^\/(api\/\w+\/)?repos\//.test(href ?? '')),
        path,
      )
      .toEqual([])
    expect.soft(html, path).not.toMatch(/<meta property="og:image"[^>]*diary|rel="canonical"/)
  }
})

test('every page of a public repository below /me redirects to its public page', async ({
  request,
}) => {
  for (const { route } of repoPages) {
    const publicPath = `${route.slice('/me'.length)}?page=2`.replace(
      '[owner]/[repo]',
      'ann/garden-log',
    )
    const response = await request.get(`/me${publicPath}`, { headers: annHeaders, maxRedirects: 0 })
    expect.soft(response.status(), route).toBe(307)
    expect.soft(response.headers().location, route).toBe(publicPath)
    expect.soft(response.headers()['cache-control'], route).toBe(noStore)

    const data = await getData(request, `/me${publicPath}`, annHeaders)
    expect.soft((await data.json()).pageProps.__N_REDIRECT, route).toBe(publicPath)
  }
})

test('public repositories of a viewer lead to their public pages', async ({ page }) => {
  await signInByToken(page, ann.token)
  const card = page.getByRole('listitem').getByRole('link', { name: 'ann/garden-log' })
  await expect(card).toHaveAttribute('href', '/repos/ann/garden-log')
  await page.goto('/me/board')
  const link = (name: string) => page.getByRole('table').getByRole('link', { name, exact: true })
  await expect(link('ann/garden-log')).toHaveAttribute('href', '/repos/ann/garden-log')
  await expect(link(ann.repo)).toHaveAttribute('href', `/me/repos/${ann.repo}`)
  await expect(page.getByRole('rowheader', { name: ann.repo })).toHaveText(`${ann.repo} Private`)
})

test('a private repository is compared on a page of its viewer', async ({ page }) => {
  const requested: string[] = []
  page.on('request', (request) => requested.push(request.url()))
  await signInByToken(page, ann.token)
  await page.goto(`/me/repos/${ann.repo}`)
  await page.getByText('Compare with…').click()
  await page.getByLabel('Second repository').fill('acme/secret-plans')
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(page).toHaveURL(`/me/compare?repos=${ann.repo},acme/secret-plans`)
  await expect(page.getByRole('columnheader', { name: ann.repo })).toContainText(ann.canary)
  await page.getByRole('link', { name: 'Stars', exact: true }).click()
  await expect(page).toHaveURL(`/me/compare?repos=${ann.repo},acme/secret-plans&chart=stars`)
  await expect(page.getByRole('link', { name: 'CSV' })).toHaveAttribute(
    'href',
    `/api/export/me/compare.csv?repos=${ann.repo},acme/secret-plans`,
  )

  await page.goto(`/me/repos/${ann.repo}/issues`)
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('compare with')
  await page.keyboard.press('Enter')
  const field = page.getByRole('combobox', { name: `Compare ${ann.repo} with…` })
  await field.fill('acme/secret-plans')
  await field.press('Enter')
  await expect(page).toHaveURL(`/me/compare?repos=${ann.repo},acme/secret-plans`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare repositories')
  expect(requested.filter((url) => /api\/(suggest|pins).*(secret|diary)/.test(url))).toEqual([])
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/secret-plans|diary/)
})

test('a viewer exports a private repository', async ({ request }) => {
  for (const [path, type] of [
    [`repos/${ann.repo}.json`, 'application/json; charset=utf-8'],
    [`repos/${ann.repo}.csv`, 'text/csv; charset=utf-8; header=present'],
    [`compare.md?repos=${ann.repo},acme/rocket`, 'text/markdown; charset=utf-8'],
  ]) {
    const url = `/api/export/me/${path}`
    const response = await request.get(url, { headers: annHeaders })
    expect.soft(response.status(), path).toBe(200)
    expect.soft(response.headers()['content-type'], path).toBe(type)
    expect.soft(response.headers()['cache-control'], path).toBe(noStore)
    expect.soft(await response.text(), path).toContain(ann.canary)
    expect.soft((await request.get(url)).status(), path).toBe(401)
  }
})

test('another user’s private repository gets the same responses as a missing one', async ({
  request,
}) => {
  const headers = { authorization: `Bearer ${ben.token}` }
  const paths = [
    ...repoPages.map(({ path }) => path),
    ...viewerApiPaths.filter((path) => path.includes(`repos/${ann.repo}`)),
  ]
  for (const path of paths) {
    const seen = await Promise.all(
      ['diary', 'nothing'].map(async (name) => {
        const response = await request.get(path.replace('diary', name), { headers })
        const text = maskRequestIds((await response.text()).replaceAll(name, '*'))
        return [response.status(), response.headers()['cache-control'], text]
      }),
    )
    expect.soft(seen[0]?.slice(0, 2), path).toEqual([404, noStore])
    expect.soft(seen[0], path).toEqual(seen[1])
  }
})

test('a renamed repository redirects to its new name below /me', async ({ request }) => {
  const response = await request.get('/me/repos/acme/old-name', {
    headers: annHeaders,
    maxRedirects: 0,
  })
  expect(response.status()).toBe(307)
  expect(response.headers().location).toBe('/me/repos/acme/new-name')
  expect(response.headers()['cache-control']).toBe(noStore)
})

test('a token that single sign-on forbids gets the link that authorizes it', async ({ page }) => {
  await signInByToken(page, ann.token)
  const response = await page.goto('/me/repos/failures/sso-required')
  expect(response?.status()).toBe(403)
  expect(response?.headers()['cache-control']).toBe(noStore)
  await expect(page.getByRole('main')).toContainText(
    'Your organization requires single sign-on. Authorize this token at GitHub, then try again in a minute.',
  )
  await expect(page.getByRole('link', { name: 'Authorize this token at GitHub' })).toHaveAttribute(
    'href',
    /^http:\/\/127\.0\.0\.1:\d+\/orgs\/failures\/sso\?authorization_request=\w+$/,
  )
})

test('an organization that forbids a type of token is named as the cause', async ({ page }) => {
  await signInByToken(page, ann.token)
  const response = await page.goto('/me/repos/failures/classic-token-forbidden')
  expect(response?.status()).toBe(403)
  await expect(page.getByRole('main')).toContainText(
    'The organization doesn’t allow this type of token',
  )
})

test('an inbox without organizations that require single sign-on is partial', async ({ page }) => {
  await signInByToken(page, ann.token)
  await page.goto('/me/inbox?owner=failures-sso-partial')
  const banner = page.getByRole('status').filter({ hasText: 'These results are incomplete' })
  await expect(banner).toContainText('They leave out 2 organizations that require single sign-on.')
  await expect(banner.getByRole('link')).toHaveAttribute(
    'href',
    /^http:\/\/127\.0\.0\.1:\d+\/settings\/connections$/,
  )
})

test('each section of the inbox has a GitHub search, a link to it and a next step', async ({
  page,
}) => {
  await signInByToken(page, ann.token)
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Inbox' }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    /^Awaiting first response \d+$/,
    /^Review requested \d+$/,
    /^Changes requested \d+$/,
    /^Approved but not merged \d+$/,
    /^Stale \d+$/,
  ])
  await expect(page).toHaveTitle(/^Inbox \(\d+\) /)
  const section = page.getByRole('region', { name: 'Review requested' })
  const query = 'is:pr is:open archived:false review-requested:@me sort:created-desc'
  await expect(section).toContainText('Review it, or suggest another reviewer.')
  await expect(section.getByRole('link', { name: 'View on GitHub' })).toHaveAttribute(
    'href',
    new RegExp(`/pulls\\?q=${encodeURIComponent(query).replaceAll('.', '\\.')}`),
  )
})

test('a wrong owner or search is said at its field, and the rest of the inbox stays', async ({
  page,
}) => {
  await signInByToken(page, ann.token)
  await page.goto('/me/inbox')
  await page.getByText('Your repositories, all review requests, newest first, without bots').click()
  const owner = page.getByRole('textbox', { name: 'Owner (default: you)' })
  await owner.fill('acme')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL('/me/inbox?owner=acme')
  await expect(page.getByRole('region', { name: 'Stale' })).toContainText('acme/')

  await owner.fill('nobody-here')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(owner).toHaveAccessibleDescription(/^GitHub finds no user or organization/)
  await expect(owner).toBeFocused()
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page.getByRole('region', { name: 'Review requested' })).toBeVisible()

  await page.getByText('Add a section of your own').click()
  const search = page.getByRole('textbox', { name: 'Search in GitHub’s syntax' })
  await search.fill('is:issue updated:soon')
  await page.getByRole('button', { name: 'Show section' }).click()
  await expect(search).toHaveAccessibleDescription(/^GitHub rejected this search/)
  await expect(page.getByRole('region', { name: 'Stale' })).toBeVisible()
  await search.fill('is:issue is:open user:acme label:bug')
  await page.getByRole('button', { name: 'Show section' }).click()
  const own = page.getByRole('region', { name: 'is:issue is:open user:acme label:bug' })
  await expect(own.getByRole('listitem').first()).toContainText('bug')
  await own.getByRole('link', { name: /^Show all/ }).click()
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await pages.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL(/&page=2$/)
  await expect(own.getByRole('listitem').first()).toContainText('bug')
})

test('a session with a revoked token ends, and a new sign-in returns to the page', async ({
  page,
  upstream,
}) => {
  await page.goto(`/me/repos/${users.dov.repo}`)
  await page.getByRole('link', { name: 'Sign in with GitHub' }).click()
  await page.getByRole('radio', { name: 'dov' }).check()
  await page.getByRole('button', { name: 'Authorize' }).click()
  await expect(page.getByRole('main')).toContainText(users.dov.canary)

  await upstream.revokeGrants('dov')
  await page.reload()
  await expect(page.getByRole('status')).toContainText('GitHub rejected the token')
  expect(await page.content()).not.toContain(users.dov.canary)
  expect(await page.context().cookies(appUrl)).toEqual([])

  await page.getByRole('textbox', { name: 'Token' }).fill(users.dov.token)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(`/me/repos/${users.dov.repo}`)
  await expect(page.getByRole('main')).toContainText(users.dov.canary)
})

test('signing out revokes the token at GitHub', async ({ page, upstream }) => {
  await page.goto('/me')
  await page.getByRole('link', { name: 'Sign in with GitHub' }).click()
  await page.getByRole('radio', { name: 'eve' }).check()
  await page.getByRole('button', { name: 'Authorize' }).click()
  await expect(page.getByRole('main')).toContainText('Signed in as eve')
  const before = await upstream.grants('eve')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('status')).toContainText('You’re signed out')
  await expect.poll(async () => (await upstream.grants('eve')).length).toBe(before.length - 1)
})

test('the settings show what a token may do, and a token that expires soon is announced', async ({
  page,
}) => {
  await signInByToken(page, 'github_pat_sample_ann')
  const warning = page.getByRole('status').filter({ hasText: 'Your access token expires soon' })
  await expect(warning).toBeVisible()
  await warning.getByRole('link', { name: 'About this token' }).click()
  const panel = page.getByRole('region', { name: 'Access token' })
  await expect(panel).toContainText(
    /^Access tokenFine-grained personal access token. It expires on/,
  )
  await expect(panel).toContainText('GitHub doesn’t report which repositories and permissions')
  await expect(page.getByRole('region', { name: 'Session' })).toContainText(
    'You signed in with a token',
  )
  expect(await page.content()).not.toContain('github_pat_sample')

  await signInByToken(page, 'ghp_sample_ben')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your repositories')
  await expect(warning).toHaveCount(0)
  await page.goto('/me/settings')
  await expect(panel).toContainText('Classic personal access token.')
  await expect(panel.getByRole('row')).toHaveText([
    'ScopeAccessApplies to',
    'public_repoRead and writeCode, issues and pull requests of public repositories',
    'read:orgReadOrganizations, their teams and their members',
  ])
})
