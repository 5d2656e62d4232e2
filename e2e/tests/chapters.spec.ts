import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getData } from '../support/data-route.ts'
import { expect, test } from '../support/test.ts'

const docs = join(import.meta.dirname, '../../docs')
const chapters = readdirSync(docs)
  .filter((name) => name.endsWith('.md'))
  .map((name) => {
    const [heading = '', , question = ''] = readFileSync(join(docs, name), 'utf8').split('\n')
    const path = `/learn/${name.replace(/^\d+-|\.md$/g, '')}`
    return { path, title: heading.replace('# ', ''), question }
  })

test('the chapters stand above the lessons, with why they ask nothing for a request', async ({
  page,
}) => {
  await page.goto('/learn')
  await expect(page.getByRole('main')).toContainText(
    'This page and the chapters have no getServerSideProps: they are the same for everybody at all times',
  )
  const links = page.getByRole('list').getByRole('link')
  const titles = await links.allTextContents()
  const start = titles.indexOf('Run it')
  expect(titles.slice(start, start + chapters.length)).toEqual(chapters.map(({ title }) => title))
  expect(titles.indexOf('A first page')).toBeGreaterThan(start)
})

for (const { path, title, question } of chapters) {
  test(`the chapter ${path} opens with its question, and all of its links lead somewhere`, async ({
    page,
  }) => {
    const response = await page.goto(path)
    expect(response?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole('main')).toContainText(question)

    const links = await page.getByRole('main').getByRole('link').all()
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
    const here = new Set(addresses.filter((address) => address?.startsWith('/')))
    expect(here.size).toBeGreaterThan(1)
    for (const address of here) {
      // A lesson may be an error on purpose; a page that is none is a 404.
      expect((await page.request.get(address ?? '')).status(), address ?? '').not.toBe(404)
    }
  })

  test(`the chapter ${path} may be kept by shared caches, as HTML and as data`, async ({
    request,
  }) => {
    const response = await request.get(path)
    for (const answer of [response, await getData(request, path)]) {
      expect(answer.status()).toBe(200)
      expect(answer.headers()['cache-control']).toBe(
        'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
      )
      expect(answer.headers()['cdn-cache-control']).toBe('max-age=60, stale-while-revalidate=600')
    }
    const html = await response.text()
    expect(html).toContain(`<link rel="canonical" href="${path}"`)
    expect(html).not.toMatch(/ style="|<style|<script(?![^>]*(src=|type="application\/json"))/)
  })
}

test('a name that is no chapter is not found, and kept by nobody', async ({ request }) => {
  const response = await request.get('/learn/nothing')
  expect(response.status()).toBe(404)
  expect(response.headers()['cache-control']).toMatch(/^private, .*no-store/)
})

test('a lesson beside the chapters keeps its own address and header', async ({ request }) => {
  const response = await request.get('/learn/caching')
  expect(await response.text()).toContain('Who may keep this page')
  expect(response.headers()['cache-control']).toBe('public, s-maxage=10, stale-while-revalidate=59')
})

test('a reader goes from chapter to chapter without a document', async ({ page }) => {
  await page.goto('/learn/run-it')
  const documents: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest()) documents.push(request.url())
  })
  await page.getByRole('link', { name: 'One page from top to bottom' }).click()

  await expect(page).toHaveURL('/learn/one-page')
  await expect(page.getByRole('img', { name: /^A request passes the page file/ })).toBeVisible()
  expect(documents).toEqual([])
})

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('without JavaScript a chapter is whole', async ({ page }) => {
    await page.goto('/learn/who-may-keep-this-page')
    await expect(page.getByRole('img', { name: /^A timeline of one answer/ })).toBeVisible()
    await expect(page.getByRole('group', { name: /^Code from .*cache-headers.ts/ })).toContainText(
      'export type CachePolicy',
    )
    await page.getByRole('link', { name: 'The same page for someone' }).click()
    await expect(page).toHaveURL('/learn/the-same-page-for-someone')
  })
})
