import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '../support/browser.ts'
import { appUrl, offlineUrl, rateLimitedUrl, sampleUrl } from '../support/servers.ts'
import { signInByToken } from '../support/sessions.ts'
import { expect, test } from '../support/test.ts'
import { users } from '../support/users.ts'

const { ann, ben } = users

/** Authorizes the application at the sample GitHub. */
async function authorizeAs(page: Page, login: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`^${sampleUrl}/login/oauth/authorize`))
  await page.getByRole('radio', { name: login }).check()
  await page.getByRole('button', { name: 'Authorize' }).click()
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('status')).toContainText('You’re signed out')
}

test('a visitor signs in with GitHub, returns to a private repository and signs out', async ({
  page,
}) => {
  const anonymousResponse = await page.goto(`/repos/${ann.repo}/issues`)
  expect(anonymousResponse?.status()).toBe(404)
  await page.getByRole('link', { name: 'Private? View it with your account' }).click()
  await expect(page).toHaveURL(`/sign-in?returnTo=%2Fme%2Frepos%2Fann%2Fdiary%2Fissues`)

  await page.getByRole('link', { name: 'Sign in with GitHub' }).click()
  await authorizeAs(page, 'ann')
  await expect(page).toHaveURL(`/me/repos/${ann.repo}/issues`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ann / diary Private')
  await expect(page.getByRole('main')).toContainText(ann.canary)
  await expect(page.getByRole('main')).toContainText('Signed in as ann Only you can see this page')

  await signOut(page)
  await page.goBack()
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/)
  await expect(page.getByRole('main')).not.toContainText(ann.canary)
})

test('a visitor signs in with a token, opens a private repository and signs out', async ({
  page,
}) => {
  await signInByToken(page, ben.token)
  await page.getByRole('link', { name: 'Name', exact: true }).click()
  await expect(page).toHaveURL('/me?sort=name')
  await page.getByRole('link', { name: 'Next' }).click()
  await page.getByRole('link', { name: ben.repo }).click()
  await expect(page.getByRole('main')).toContainText(ben.canary)

  // Public pages do not contain it, but lead to it.
  await page.getByLabel('Search repositories').fill(ben.repo)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Private? View it with your account' }).click()
  await expect(page).toHaveURL(`/me/repos/${ben.repo}`)
  await expect(page.getByRole('main')).toContainText(ben.canary)

  await signOut(page)
  await expect(page.getByRole('banner').getByText('ben')).toHaveCount(0)
  const again = await page.goto(`/me/repos/${ben.repo}`)
  expect(again?.url()).toContain('/sign-in?returnTo=')
})

test('after sign-out no page in the history shows private data', async ({ page }) => {
  await signInByToken(page, ann.token)
  await page.goto(`/me/repos/${ann.repo}`)
  await expect(page.getByRole('main')).toContainText(ann.canary)
  await page
    .getByRole('navigation', { name: 'Your pages' })
    .getByRole('link', { name: 'Inbox' })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inbox')
  await signOut(page)

  for (const _step of [1, 2, 3]) {
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
    expect(await page.content()).not.toContain(ann.canary)
    expect(await page.content()).not.toContain('Signed in as')
  }
})

test('the back/forward cache has no private page after sign-out', async () => {
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: false,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  const page = await browser.newPage({ baseURL: appUrl })
  await signInByToken(page, ann.token)
  await page.goto(`/me/repos/${ann.repo}`)
  await expect(page.getByRole('main')).toContainText(ann.canary)
  await signOut(page)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  expect(await page.content()).not.toContain(ann.canary)
  await browser.close()
})

test('sign-in and sign-out work without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
  const page = await context.newPage()
  await signInByToken(page, ann.token)
  await page.goto(`/me/repos/${ann.repo}`)
  await expect(page.getByRole('main')).toContainText(ann.canary)
  await signOut(page)

  await page.getByRole('link', { name: 'Sign in with GitHub' }).click()
  await authorizeAs(page, 'cyd')
  await expect(page.getByRole('main')).toContainText('Signed in as cyd')
  await context.close()
})

test('a canceled authorization returns to the sign-in page with a message', async ({ page }) => {
  await page.goto('/me/inbox')
  await page.getByRole('link', { name: 'Sign in with GitHub' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('status')).toContainText('Sign-in canceled')
  await expect(page).toHaveURL('/sign-in?error=canceled&returnTo=%2Fme%2Finbox')
})

test('two tabs sign in at the same time, and each returns to its own page', async ({
  page,
  context,
}) => {
  const other = await context.newPage()
  for (const [tab, path] of [
    [page, '/me/inbox'],
    [other, `/me/repos/${ann.repo}`],
  ] as const) {
    await tab.goto(path)
    await tab.getByRole('link', { name: 'Sign in with GitHub' }).click()
    await expect(tab.getByRole('button', { name: 'Authorize' })).toBeVisible()
  }
  await authorizeAs(page, 'ann')
  await expect(page).toHaveURL('/me/inbox')
  await authorizeAs(other, 'ann')
  await expect(other).toHaveURL(`/me/repos/${ann.repo}`)
  await expect(other.getByRole('main')).toContainText(ann.canary)
})

test('sign-out reports a token that GitHub could not revoke', async ({ page, upstream }) => {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Sign in with GitHub' }).click()
  await authorizeAs(page, 'dov')
  await expect(page.getByRole('main')).toContainText('Signed in as dov')
  const revocation = '/applications/sample-client/token'
  await upstream.fail(revocation, 'status-503')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('status')).toContainText(
    'Signed out, but the token is still validYou’re signed out on this browser',
  )
  await upstream.recover(revocation)
  await page.goto('/me')
  await expect(page).toHaveURL('/sign-in?returnTo=%2Fme')
})

test('a rejected or malformed token is reported at its field, and is not saved', async ({
  page,
  context,
}) => {
  for (const [text, message] of [
    ['ghp_0123456789abcdefghijABCDEFGHIJ012345', 'GitHub rejected this token'],
    ['two words', 'This isn’t a GitHub token'],
    ['short', 'This isn’t a GitHub token'],
  ] as const) {
    await page.goto('/sign-in?returnTo=%2Fme%2Finbox')
    const field = page.getByRole('textbox', { name: 'Token' })
    await field.fill(text)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(new RegExp(`^${message}.* Nothing was saved`))
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('')
    await expect(page.locator('input[name="returnTo"]')).toHaveValue('/me/inbox')
    expect(await page.content()).not.toContain(text)
    expect(await context.cookies()).toEqual([])
  }
})

test('a visitor signs in where they are, and finds their pages in a menu by keyboard', async ({
  page,
}) => {
  const requests: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/session')) requests.push(request.url())
  })
  await page.goto('/search?q=rocket')
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/sign-in?returnTo=%2Fsearch%3Fq%3Drocket')
  expect(requests).toEqual([])
  await page.getByRole('textbox', { name: 'Token' }).fill(ann.token)
  const responded = page.waitForResponse((response) => response.url().includes('/api/session'))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL('/search?q=rocket')
  expect((await responded).headers()['cache-control']).toBe('private, no-store')

  const button = page.getByRole('button', { name: 'Signed in as ann' })
  const inbox = page.getByRole('banner').getByRole('listitem').getByRole('link', { name: 'Inbox' })
  await button.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(inbox).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(inbox).toBeHidden()
  await expect(button).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/me/inbox')
  await expect(inbox).toBeHidden()
  expect(requests).toHaveLength(1)

  await button.click()
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('status')).toContainText('You’re signed out')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('without JavaScript the header leads to the sign-in page, which says who is signed in', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
  const page = await context.newPage()
  await page.goto('/compare?repos=acme/rocket')
  const link = page.getByRole('banner').getByRole('link', { name: 'Sign in' })
  await link.click()
  await page.getByRole('textbox', { name: 'Token' }).fill(ann.token)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL('/compare?repos=acme/rocket')

  await link.click()
  const session = page.getByRole('region', { name: 'You’re signed in' })
  await expect(session).toContainText('Signed in as ann.')
  await session.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/sign-in?error=signed-out')
  await expect(session).toHaveCount(0)
  await context.close()
})

test('a public page has the same bytes for a viewer and an anonymous visitor', async ({
  page,
  request,
}) => {
  await signInByToken(page, ann.token)
  // GitHub may confirm a panel between the two requests.
  await expect(async () => {
    const viewers = await page.request.get('/repos/acme/rocket')
    const anonymous = await request.get('/repos/acme/rocket')
    expect(viewers.headers()['cache-control']).toMatch(/^public/)
    expect(viewers.headers()['set-cookie']).toBeUndefined()
    expect(await viewers.text()).toBe(await anonymous.text())
  }).toPass()
})

test('private pages leave nothing in the browser’s storage', async ({ page }) => {
  await signInByToken(page, ann.token)
  await page.goto(`/me/repos/${ann.repo}`)
  await expect(page.getByRole('main')).toContainText(ann.canary)
  await expect(page.getByRole('button', { name: 'Pin' })).toHaveCount(0)
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  expect(stored).not.toContain('diary')
})

for (const [reason, url, message] of [
  ['without a secret', rateLimitedUrl, 'SESSION_SECRET'],
  ['on plain http', offlineUrl, 'use https'],
] as const) {
  test(`${reason} sign-in is off, the page says why, and public pages work`, async ({ page }) => {
    await page.goto(`${url}/me`)
    await expect(page).toHaveURL(`${url}/sign-in?returnTo=%2Fme`)
    await expect(page.getByRole('region', { name: 'Sign-in is turned off' })).toContainText(message)
    for (const path of ['/api/auth/start', '/api/auth/callback?code=a&state=b']) {
      const response = await page.request.get(url + path, { maxRedirects: 0 })
      expect(response.status()).toBe(303)
      expect(response.headers().location).toMatch(/^\/sign-in/)
    }
    expect(
      await page.request.get(`${url}/api/session`).then((response) => response.json()),
    ).toEqual({})
    expect((await page.request.get(`${url}/learn`)).status()).toBe(200)
    expect(await page.context().cookies()).toEqual([])
  })
}
