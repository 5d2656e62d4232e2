import type { Page } from '@playwright/test'
import { freePort, startServer } from '../support/programs.ts'
import { offlineUrl, productionServer, sampleUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const states = {
  'Responds normally': { text: '12431', status: '200', outcome: 'miss' },
  '202: computing': {
    text: 'GitHub is computing these statistics',
    status: '202',
    outcome: 'computing',
  },
  '301: renamed': { text: 'of fresh/lesson', status: '200', outcome: 'miss' },
  '304 without a cached copy': {
    text: 'GitHub sent data that this site could not read',
    status: '304',
    outcome: 'malformed',
  },
  '403: forbidden': { text: 'GitHub doesn’t provide this', status: '403', outcome: 'forbidden' },
  '404: not found': { text: 'GitHub doesn’t provide this', status: '404', outcome: 'not-found' },
  '403: rate limited': {
    text: 'GitHub’s rate limit is reached',
    status: '403',
    outcome: 'rate-limited',
  },
  '429: too many requests': {
    text: 'GitHub’s rate limit is reached',
    status: '429',
    outcome: 'rate-limited',
  },
  '451: blocked': { text: 'GitHub doesn’t provide this', status: '451', outcome: 'blocked' },
  '500: server error': {
    text: 'GitHub didn’t return valid data',
    status: '500',
    outcome: 'unreachable',
  },
  'Never responds': {
    text: 'GitHub didn’t return valid data',
    status: 'no response',
    outcome: 'unreachable',
  },
  'Connection drops mid-body': {
    text: 'GitHub didn’t return valid data',
    status: '200',
    outcome: 'unreachable',
  },
}

test('each panel shows its own failure, and the page has status 200', async ({ page }) => {
  test.slow()
  await page.goto('/learn/failures')
  const faults = await readOptions(page, 'GitHub')
  for (const [choice, expected] of Object.entries(states)) {
    const response = await page.goto(`/learn/failures?fault=${faults[choice]}`)

    expect.soft(response?.status(), choice).toBe(200)
    await expectOutcome(page, choice, expected)
  }
})

const staleText = 'Couldn’t load newer data from GitHub.'
const statesWithCachedResponse = {
  'Responds normally': { text: '12431', status: '304', outcome: 'revalidated' },
  '202: computing': {
    text: 'From 2 hours ago: Newer data is loading. Reload the page to see it.824 of failures/again--status-202',
    status: '200',
    outcome: 'stale',
  },
  '304 without a cached copy': {
    text: '421 of failures/again--status-304',
    status: '304',
    outcome: 'revalidated',
  },
  '403: forbidden': { text: 'GitHub doesn’t provide this', status: '403', outcome: 'forbidden' },
  '404: not found': { text: 'GitHub doesn’t provide this', status: '404', outcome: 'not-found' },
  '403: rate limited': {
    text: 'GitHub’s rate limit is reached. Try again after',
    status: '200',
    outcome: 'stale',
  },
  '429: too many requests': {
    text: 'GitHub’s rate limit is reached. Try again after',
    status: '200',
    outcome: 'stale',
  },
  '451: blocked': { text: 'GitHub doesn’t provide this', status: '451', outcome: 'blocked' },
  '500: server error': { text: staleText, status: '200', outcome: 'stale' },
  'Never responds': { text: staleText, status: '200', outcome: 'stale' },
  'Connection drops mid-body': { text: staleText, status: '200', outcome: 'stale' },
}

test('a panel with a cached response shows it during a transient failure', async ({ page }) => {
  test.slow()
  await page.goto('/learn/failures')
  const faults = await readOptions(page, 'GitHub')
  for (const [choice, expected] of Object.entries(statesWithCachedResponse)) {
    await page.goto(`/learn/failures?fault=${faults[choice]}&kept=answer`)
    await expectOutcome(page, choice, expected)
  }
})

/** The values of a select element by their labels. */
async function readOptions(page: Page, name: string): Promise<Record<string, string>> {
  const options = page.getByRole('combobox', { name }).getByRole('option')
  return Object.fromEntries(
    await options.evaluateAll((all) =>
      all.map((option) => [option.textContent ?? '', option.getAttribute('value') ?? '']),
    ),
  )
}

async function expectOutcome(
  page: Page,
  choice: string,
  { text, status, outcome }: { text: string; status: string; outcome: string },
): Promise<void> {
  await expect.soft(page.getByRole('region', { name: 'Stars' }), choice).toContainText(text)
  const calls = page.getByRole('table', { name: 'GitHub requests' }).getByRole('row')
  const matching = calls.filter({ hasText: status }).filter({ hasText: outcome })
  await expect.soft(matching, choice).not.toHaveCount(0)
}

test('a panel with a transient failure limits caching to five seconds, one with a lasting failure does not', async ({
  request,
}) => {
  const headers = {
    'status-500': 'public, max-age=0, must-revalidate, s-maxage=5',
    'status-403': 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
  }
  for (const [fault, policy] of Object.entries(headers)) {
    const response = await request.get(`/learn/failures?fault=${fault}`)
    expect(response.headers()['cache-control']).toBe(policy)
  }
})

test('a rate limit in the lesson does not apply to the rest of the site', async ({ page }) => {
  await page.goto('/learn/failures?fault=rate-limited')
  await expect(page.getByText('a rate limit applies to the whole site')).toBeVisible()
  const response = await page.goto('/repos/fresh/after-the-lesson')
  expect(response?.status()).toBe(200)
})

test('the page that depends on the repository fails as a whole', async ({ page }) => {
  await page.goto('/learn/failures?fault=status-451')
  await page.getByRole('link', { name: 'Open the page of failures/status-451' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Repository unavailable')
})

test('the page of a renamed repository redirects to its new name', async ({ page }) => {
  await page.goto('/learn/failures?fault=renamed')
  await page.getByRole('link', { name: 'Open the page of fresh/renamed-lesson' }).click()
  await expect(page).toHaveURL('/repos/fresh/lesson')
})

test('without GitHub every panel of the lesson fails', async ({ page }) => {
  const response = await page.goto(`${offlineUrl}/learn/failures?fault=status-500`)
  expect(response?.status()).toBe(200)
  await expect(page.getByText('Couldn’t load', { exact: true })).toHaveCount(4)
})

test('without sample data the lesson does not exist', async ({ request }) => {
  const own = await freePort()
  const program = await startServer(
    productionServer(own, {
      GITHUB_API_URL: sampleUrl,
      SAMPLE_DATA: '0',
    }),
  )
  try {
    const lesson = await request.get(`http://127.0.0.1:${own}/learn/failures?fault=status-500`)
    expect(lesson.status()).toBe(404)
    const page = await request.get(`http://127.0.0.1:${own}/repos/acme/rocket`)
    expect(page.status()).toBe(200)
  } finally {
    await program.end()
  }
})

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('a form chooses a failure without JavaScript', async ({ page }) => {
    await page.goto('/learn/failures')
    await page.getByRole('combobox', { name: 'GitHub' }).selectOption('Connection drops mid-body')
    await page.getByRole('button', { name: 'Run' }).click()
    await expect(page).toHaveURL('/learn/failures?fault=cut-body&kept=nothing')
    await expect(page.getByRole('region', { name: 'Stars' })).toContainText(
      'GitHub didn’t return valid data',
    )
  })
})
