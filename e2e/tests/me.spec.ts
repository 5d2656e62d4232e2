import { getData } from '../support/data-route.ts'
import { people } from '../support/people.ts'
import { builtUrl } from '../support/servers.ts'
import { signInByToken } from '../support/sessions.ts'
import { expect, test } from '../support/test.ts'

const { ann, ben } = people
const personal = ['/me', '/me?sort=name&page=2', '/me/inbox', `/me/repos/${ann.repo}`]
const withHeader = { authorization: `Bearer ${ann.token}` }
const nobody = 'private, no-store'

for (const path of personal) {
  test(`${path} is ann’s by her header, as HTML and as data, and kept by nobody`, async ({
    request,
  }) => {
    const html = await request.get(path, { headers: withHeader })
    expect(html.status()).toBe(200)
    expect(html.headers()['cache-control']).toBe(nobody)
    expect(html.headers()['cdn-cache-control']).toBeUndefined()
    expect(html.headers()['set-cookie']).toBeUndefined()
    expect(await html.text()).toContain('Signed in as')

    const data = await getData(request, path, withHeader)
    expect(data.status()).toBe(200)
    expect(data.headers()['cache-control']).toBe(nobody)
    expect((await data.json()).pageProps.frame.viewer.login).toBe('ann')
  })

  test(`${path} sends nobody to sign in, as HTML and as data`, async ({ request }) => {
    const to = `/sign-in?returnTo=${encodeURIComponent(path)}`
    const html = await request.get(path, { maxRedirects: 0 })
    expect(html.status()).toBe(307)
    expect(html.headers().location).toBe(to)
    expect(html.headers()['cache-control']).toBe(nobody)

    const data = await getData(request, path)
    expect(data.headers()['cache-control']).toBe(nobody)
    expect((await data.json()).pageProps.__N_REDIRECT).toBe(to)
  })

  test(`${path} refuses a header that is wrong with a 401 that says why`, async ({ request }) => {
    for (const [authorization, why] of [
      ['Basic YW5uOnBhc3M=', "The Authorization header must be 'Bearer' and a token"],
      ['Bearer', "The Authorization header must be 'Bearer' and a token"],
      [
        `Bearer ${ann.token}, Bearer ${ben.token}`,
        "The Authorization header must be 'Bearer' and a token",
      ],
      ['Bearer x', 'A token has 8 to 1024 characters'],
      ['Bearer ghp_0123456789abcdefghij', 'GitHub does not accept the token'],
    ] as const) {
      const headers = { authorization }
      for (const response of [
        await request.get(path, { headers, maxRedirects: 0 }),
        await getData(request, path, headers),
      ]) {
        expect(response.status()).toBe(401)
        expect(response.headers()['cache-control']).toBe(nobody)
        expect(response.headers()['www-authenticate']).toBe(
          `Bearer realm="GitHub", error="invalid_token", error_description="${why}"`,
        )
        expect(await response.text()).not.toContain('Signed in as')
      }
    }
  })
}

test('a viewer turns the pages of their repositories in each order', async ({ page }) => {
  await signInByToken(page, ann.token)
  const sorts = page.getByRole('navigation', { name: 'Sort' })
  await expect(sorts.getByRole('link')).toHaveText(['Last push', 'Last change', 'Newest', 'Name'])
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
  await expect(diary).toContainText('private')
  await expect(page.getByRole('region', { name: 'GitHub' })).toContainText(
    /core.*of 5,000 left until/,
  )
})

test('the overview of a private repository is the public one, with the viewer’s eyes', async ({
  page,
}) => {
  await signInByToken(page, ann.token)
  await page.goto(`/me/repos/${ann.repo}`)
  await expect(page.getByRole('region', { name: 'Languages' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Facts' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Commits per week' })).toBeVisible()
})

test('somebody else’s private repository is not found, and nobody keeps that', async ({ page }) => {
  await signInByToken(page, ben.token)
  const response = await page.goto(`/me/repos/${ann.repo}`)
  expect(response?.status()).toBe(404)
  expect(response?.headers()['cache-control']).toBe(nobody)
  expect(await response?.text()).not.toContain(ann.canary)
})

test('a renamed repository leads to its new name below /me', async ({ request }) => {
  const response = await request.get('/me/repos/acme/old-name', {
    headers: withHeader,
    maxRedirects: 0,
  })
  expect(response.status()).toBe(307)
  expect(response.headers().location).toBe('/me/repos/acme/new-name')
  expect(response.headers()['cache-control']).toBe(nobody)
})

test('each section of the inbox is a search of GitHub’s, with its link and what to do', async ({
  page,
}) => {
  await signInByToken(page, ann.token)
  await page.getByRole('link', { name: 'Inbox' }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Needs a first answer',
    'Your turn',
    'Waiting for the author',
    'Approved but not merged',
    'Stale',
  ])
  const turn = page.getByRole('region', { name: 'Your turn' })
  const query = 'is:pr is:open archived:false review-requested:@me sort:updated-asc'
  await expect(turn).toContainText(query)
  await expect(turn).toContainText('Next: Review it, or name somebody who can.')
  await expect(turn.getByRole('link', { name: /on GitHub$/ })).toHaveAttribute(
    'href',
    new RegExp(`/pulls\\?q=${encodeURIComponent(query).replaceAll('.', '\\.')}$`),
  )
})

test('the inbox looks over the repositories of an organisation too', async ({ page }) => {
  await signInByToken(page, ann.token)
  await page.goto('/me/inbox')
  await page.getByLabel(/^Repositories of/).fill('acme')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL('/me/inbox?owner=acme')
  await expect(page.getByRole('region', { name: 'Stale' })).toContainText('user:acme')
})

test('a session whose token is revoked ends cleanly, and leads back after a new sign-in', async ({
  page,
  upstream,
}) => {
  await page.goto(`/me/repos/${people.dov.repo}`)
  await page.getByRole('link', { name: 'Sign in with GitHub' }).click()
  await page.getByRole('radio', { name: 'dov' }).check()
  await page.getByRole('button', { name: 'Authorize' }).click()
  await expect(page.getByRole('main')).toContainText(people.dov.canary)

  await upstream.revokeGrants('dov')
  await page.reload()
  await expect(page.getByRole('status')).toContainText('GitHub does not accept the token')
  expect(await page.content()).not.toContain(people.dov.canary)
  expect(await page.context().cookies(builtUrl)).toEqual([])

  await page.getByRole('textbox', { name: 'Token' }).fill(people.dov.token)
  await page.getByRole('button', { name: 'Sign in with the token' }).click()
  await expect(page).toHaveURL(`/me/repos/${people.dov.repo}`)
  await expect(page.getByRole('main')).toContainText(people.dov.canary)
})

test('the sign-out ends the token at GitHub', async ({ page, upstream }) => {
  await page.goto('/me')
  await page.getByRole('link', { name: 'Sign in with GitHub' }).click()
  await page.getByRole('radio', { name: 'eve' }).check()
  await page.getByRole('button', { name: 'Authorize' }).click()
  await expect(page.getByRole('main')).toContainText('Signed in as eve')
  const before = await upstream.grants('eve')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('status')).toContainText('You have signed out')
  await expect.poll(async () => (await upstream.grants('eve')).length).toBe(before.length - 1)
})
