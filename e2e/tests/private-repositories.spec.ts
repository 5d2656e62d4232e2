import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { maskRequestIds } from '../support/mask-request-ids.ts'
import { appPages } from '../support/pages.ts'
import { freePort, type Program, startServer } from '../support/programs.ts'
import { readWrites, startRedis } from '../support/redis.ts'
import { productionServer } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

// A misconfigured server: its token has access to private repositories.
const port = await freePort()
const site = `http://127.0.0.1:${port}`
const hidden = 'secret-plans'
const missing = 'nothing-here'
// Every text of this repository contains its canary.
const diary = { name: 'ann/diary', canary: 'quince-4127-ann' }
const redisPort = await freePort()
let redis: Program
let redisLog: string
let program: Program

test.beforeAll(async () => {
  redisLog = await mkdtemp(join(tmpdir(), 'private-redis-'))
  redis = await startRedis(redisPort, redisLog)
  program = await startServer(
    productionServer(port, {
      GITHUB_TOKEN: 'sample-token-ann',
      REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    }),
  )
})

test.afterAll(async () => {
  await program.end()
  await redis.end()
  await rm(redisLog, { recursive: true, force: true })
})

const repositoryPages = appPages
  .filter(({ route, isPrivate }) => route.includes('[repo]') && !isPrivate)
  .map(({ path }) => path.replace('rocket', '*'))
const pathPatterns = [
  ...repositoryPages,
  '/repos/acme/*/issues?label=bug',
  '/compare?repos=acme/rocket,acme/*',
  '/search?q=repo%3Aacme/*',
  '/api/export/repos/acme/*.json',
  '/api/export/compare.md?repos=acme/rocket,acme/*',
  ...['stars', 'ci', 'release', 'license'].map(
    (show) => `/api/badge/repos/acme/*.svg?show=${show}`,
  ),
  '/api/charts/repos/acme/*/commits.svg',
  '/api/charts/repos/acme/*/commits.csv',
]

test('a private repository gets the same responses as one that does not exist', async ({
  request,
}) => {
  test.slow()
  for (const pattern of pathPatterns) {
    // The second response of each comes from the cache.
    for (const name of [hidden, missing]) await visit(request, pattern, name)
    expect
      .soft(await visit(request, pattern, hidden), pattern)
      .toEqual(await visit(request, pattern, missing))
  }
})

test('a search neither finds nor counts a private repository', async ({ page }) => {
  for (const q of ['secret-plans', 'is:private', 'user:acme is:private secret-plans']) {
    await page.goto(`${site}/search?q=${encodeURIComponent(q)}`)
    await expect(page.getByRole('main')).not.toContainText('acme/secret-plans')
  }
  await page.goto(`${site}/search?q=secret-plans`)
  await expect(page.getByText('0 results')).toBeVisible()
})

test('neither memory nor Redis ever contains data of a private repository', async ({ request }) => {
  test.slow()
  const patterns = [...pathPatterns.map((pattern) => pattern.replace('acme/*', '*')), '/owners/ann']
  const search = `/search?q=${diary.canary}`

  /** Visits every page twice, by many visitors at the same time, and counts the new entries in memory. */
  async function visitAll(name: string): Promise<number> {
    const before = await entriesInMemory(request)
    for (const pattern of [...patterns, search]) {
      const url = site + pattern.replace('*', name)
      const visits = Array.from({ length: 4 }, () => request.get(url))
      for (const response of await Promise.all(visits)) {
        // The search page repeats its query.
        if (pattern !== search) expect(await response.text(), pattern).not.toContain(diary.canary)
      }
    }
    return (await entriesInMemory(request)) - before
  }

  // The first visits cache data that all names share; a missing repository is the baseline.
  await visitAll('ann/nothing-at-all')
  const missingEntries = await visitAll('ann/nothing-here')
  expect(await visitAll(diary.name)).toBe(missingEntries)

  await expect.poll(() => readWrites(redisLog)).toContain('acme/rocket')
  const writes = await readWrites(redisLog)
  // The keys of both searches contain what was searched for.
  const ownQuery = new RegExp(`\\?q=(is%3Apublic%20)?${diary.canary}&`, 'g')
  expect(writes.replace(ownQuery, '')).not.toContain(diary.canary)
})

async function entriesInMemory(request: APIRequestContext): Promise<number> {
  const text = (await (await request.get(`${site}/status`)).text()).replace(/<[^>]*>/g, ' ')
  const [, count = ''] = /Entries in memory\s+([\d,]+)/.exec(text) ?? []
  return Number(count.replaceAll(',', ''))
}

/** A response without the name of its repository and without times. */
async function visit(request: APIRequestContext, pattern: string, name: string) {
  const normalize = (text: string) =>
    maskRequestIds(text.replaceAll(name, '*').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a date'))
  const response = await request.get(site + pattern.replace('*', name))
  const { 'server-timing': timing = '', etag: _, date: __, ...headers } = response.headers()
  return {
    status: response.status(),
    headers: { ...headers, 'x-request-id': normalize(headers['x-request-id'] ?? 'none') },
    // The calls have no fixed order.
    timing: normalize(timing)
      .replace(/;dur=\d+| \+\d+(?=")/g, '')
      .split(', ')
      .toSorted(),
    body: normalize(await response.text()),
  }
}
