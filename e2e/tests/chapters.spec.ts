import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getData } from '../support/data-route.ts'
import { expect, test } from '../support/test.ts'

const docs = join(import.meta.dirname, '../../docs')
const chapters = readdirSync(docs)
  .filter((name) => /^(\d+-.+|getserversideprops)\.md$/.test(name))
  .map((name) => {
    const [heading = '', , question = ''] = readFileSync(join(docs, name), 'utf8').split('\n')
    const path = `/learn/${name.replace(/^\d+-|\.md$/g, '')}`
    return { path, title: heading.replace('# ', ''), question }
  })

test('the index numbers all steps in order, and says what the reader can do after each', async ({
  page,
}) => {
  await page.goto('/learn')
  await expect(page.getByRole('main')).toContainText(
    'This page and the chapters have no getServerSideProps: they are the same for everyone',
  )
  const items = page.getByRole('main').getByRole('listitem')
  await expect(items.nth(2)).toHaveText(
    '3Adding a pageAdd a page of your own, with its tab and its tests.Read · 4 min',
  )
  await expect(items.nth(3)).toContainText('A first page')
  const titles = await items.getByRole('link').allTextContents()
  const chapterTitles = chapters.map(({ title }) => title)
  expect(titles.filter((title) => chapterTitles.includes(title))).toEqual(chapterTitles)
})

test('a finished step has a check mark in its contents and in the index, until it is removed', async ({
  page,
}) => {
  await page.goto('/learn')
  await expect(page.getByText('0 of 23 steps finished in this browser.')).toBeVisible()
  await page.getByRole('link', { name: 'step 1: Getting started' }).click()
  await expect(page.getByText('Step 1 of 23')).toBeVisible()
  const contents = page.getByRole('navigation', { name: 'Contents' })
  await expect(contents.getByRole('link', { name: 'Getting started' })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await page.getByLabel('I finished this step').check()
  await expect(contents.getByRole('img', { name: 'Finished' })).toHaveCount(1)

  await page.reload()
  await expect(page.getByLabel('I finished this step')).toBeChecked()
  await page.getByRole('article').getByRole('link', { name: 'Learn' }).click()
  await expect(page.getByText('1 of 23 steps finished in this browser.')).toBeVisible()
  await expect(page.getByRole('img', { name: 'Finished' })).toHaveCount(1)
  await page.goBack()
  await page.getByLabel('I finished this step').uncheck()
  await expect(contents.getByRole('img', { name: 'Finished' })).toHaveCount(0)
})

test('every chapter starts with its question, and none of its links is broken', async ({
  page,
}) => {
  test.slow()
  const links = new Set<string>()
  for (const { path, title, question } of chapters) {
    const response = await page.goto(path)
    expect.soft(response?.status(), path).toBe(200)
    await expect.soft(page.getByRole('heading', { level: 1, name: title }), path).toBeVisible()
    await expect.soft(page.getByRole('main'), path).toContainText(question)

    const hrefs = await page
      .getByRole('main')
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    const internal = new Set(hrefs.filter((href) => href.startsWith('/')))
    expect.soft(internal.size, path).toBeGreaterThan(1)
    for (const href of internal) links.add(href)
  }
  for (const href of links) {
    // A lesson may fail on purpose; a broken link is a 404.
    expect.soft((await page.request.get(href)).status(), href).not.toBe(404)
  }
})

test('a file of the repository opens as text', async ({ request }) => {
  const file = 'apps/dashboard/src/pages/repos/[owner]/[repo]/index.tsx'
  const response = await request.get(
    '/files/apps/dashboard/src/pages/repos/owner/repo/index.tsx.txt',
  )
  expect(response.headers()['content-type']).toMatch(/^text\/plain; charset=utf-8$/i)
  expect(await response.text()).toBe(readFileSync(join(docs, '..', file), 'utf8'))
})

test('every chapter is publicly cacheable, as HTML and as data, with a canonical URL', async ({
  request,
}) => {
  for (const { path } of chapters) {
    const html = await request.get(path)
    for (const response of [html, await getData(request, path)]) {
      expect.soft(response.status(), path).toBe(200)
      expect
        .soft(response.headers()['cache-control'], path)
        .toBe('public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600')
      expect
        .soft(response.headers()['cdn-cache-control'], path)
        .toBe('max-age=60, stale-while-revalidate=600')
    }
    const text = await html.text()
    expect.soft(text, path).toContain(`<link rel="canonical" href="${path}"`)
    expect
      .soft(text, path)
      .not.toMatch(/ style="|<style|<script(?![^>]*(src=|type="application\/json"))/)
  }
})

test('an unknown chapter is not found, and the 404 is not cached', async ({ request }) => {
  const response = await request.get('/learn/nothing')
  expect(response.status()).toBe(404)
  expect(response.headers()['cache-control']).toMatch(/^private, .*no-store/)
})

test('a lesson with a path like a chapter’s has its own policy', async ({ request }) => {
  const response = await request.get('/learn/caching')
  expect(await response.text()).toContain('Caching this page')
  expect(response.headers()['cache-control']).toBe('public, s-maxage=10, stale-while-revalidate=59')
})

test('a visitor navigates between chapters without loading a document', async ({ page }) => {
  await page.goto('/learn/getting-started')
  const documents: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest()) documents.push(request.url())
  })
  await page.getByRole('link', { name: 'Next Anatomy of a page' }).click()

  await expect(page).toHaveURL('/learn/anatomy-of-a-page')
  await expect(page.getByRole('img', { name: /^A request passes the page file/ })).toBeVisible()
  expect(documents).toEqual([])
})

test('a snippet has colors, marked lines, and a button that copies it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/learn/public-and-private-caching')
  const snippet = page.getByRole('figure').filter({ hasText: 'cache-policies.ts' })
  await expect(snippet.locator('.pl-k').first()).toHaveText('export')
  await expect(snippet.locator('mark')).toHaveText([
    '  sMaxAge: 60,',
    '  staleWhileRevalidate: 600,',
  ])
  await snippet.getByRole('button', { name: 'Copy' }).click()
  await expect(snippet.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'export const publicPage = {\n  scope: ',
  )
})

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('a chapter is complete without JavaScript', async ({ page }) => {
    await page.goto('/learn/public-and-private-caching')
    await expect(page.getByRole('img', { name: /^Two timelines of one axis/ })).toBeVisible()
    await expect(page.getByRole('group', { name: /^Code from .*cache-headers.ts/ })).toContainText(
      'export type CachePolicy',
    )
    await expect(page.getByRole('checkbox')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Copy' })).toHaveCount(0)
    await page.getByRole('link', { name: 'Next Caching this page' }).click()
    await expect(page).toHaveURL('/learn/caching')
    await expect(page.getByText('Step 13 of 23')).toBeVisible()
  })
})
