import { once } from 'node:events'
import { createServer, request as requestOf } from 'node:http'
import { answers, freePort, startProgram } from '../support/programs.ts'
import { builtServer, cutOffUrl, sampleUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const states = {
  'Answers as it should': { says: '12431', status: '200', cameTo: 'miss' },
  '202: still counting': { says: 'GitHub is still counting', status: '202', cameTo: 'computing' },
  '301: renamed': { says: 'of fresh/lesson', status: '200', cameTo: 'miss' },
  '304 to who has nothing': { says: 'no usable answer', status: '304', cameTo: 'malformed' },
  '403: forbidden': { says: 'does not give this', status: '403', cameTo: 'forbidden' },
  '404: not found': { says: 'does not give this', status: '404', cameTo: 'not-found' },
  '403: limit used up': { says: 'GitHub asks us to wait', status: '403', cameTo: 'rate-limited' },
  '429: too many requests': {
    says: 'GitHub asks us to wait',
    status: '429',
    cameTo: 'rate-limited',
  },
  '451: blocked': { says: 'does not give this', status: '451', cameTo: 'blocked' },
  '500: an error of its own': { says: 'no usable answer', status: '500', cameTo: 'unreachable' },
  'Never answers': { says: 'no usable answer', status: 'no answer', cameTo: 'unreachable' },
  'Breaks off': { says: 'no usable answer', status: '200', cameTo: 'unreachable' },
}

for (const [choice, { says, status, cameTo }] of Object.entries(states)) {
  test(`“${choice}” is told by each part of the page, which has status 200`, async ({ page }) => {
    await page.goto('/learn/failures')
    await page.getByRole('combobox', { name: 'GitHub' }).selectOption(choice)
    await page.getByRole('button', { name: 'Let it' }).click()
    await expect(page).toHaveURL(/fault=/)
    const response = await page.reload()

    expect(response?.status()).toBe(200)
    await expect(page.getByRole('region', { name: 'Stars' })).toContainText(says)
    const asked = page.getByRole('table', { name: 'What was asked' }).getByRole('row')
    await expect(asked.filter({ hasText: status }).filter({ hasText: cameTo })).not.toHaveCount(0)
  })
}

const lastGood = 'This is the last good answer. GitHub is not answering.'
const kept = {
  'Answers as it should': { says: '12431', status: '304', cameTo: 'revalidated' },
  '202: still counting': {
    says: '2 hr. ago824 of failures/again--status-202',
    status: '200',
    cameTo: 'stale',
  },
  '304 to who has nothing': {
    says: '421 of failures/again--status-304',
    status: '304',
    cameTo: 'revalidated',
  },
  '403: forbidden': { says: 'does not give this', status: '403', cameTo: 'forbidden' },
  '404: not found': { says: 'does not give this', status: '404', cameTo: 'not-found' },
  '403: limit used up': {
    says: 'This is the last good answer. GitHub asks us to wait until',
    status: '200',
    cameTo: 'stale',
  },
  '429: too many requests': {
    says: 'This is the last good answer. GitHub asks us to wait until',
    status: '200',
    cameTo: 'stale',
  },
  '451: blocked': { says: 'does not give this', status: '451', cameTo: 'blocked' },
  '500: an error of its own': { says: lastGood, status: '200', cameTo: 'stale' },
  'Never answers': { says: lastGood, status: '200', cameTo: 'stale' },
  'Breaks off': { says: lastGood, status: '200', cameTo: 'stale' },
}

for (const [choice, { says, status, cameTo }] of Object.entries(kept)) {
  test(`“${choice}” meets a good answer of before`, async ({ page }) => {
    await page.goto('/learn/failures')
    await page.getByRole('combobox', { name: 'GitHub' }).selectOption(choice)
    await page.getByRole('combobox', { name: 'Kept from before' }).selectOption('answer')
    await page.getByRole('button', { name: 'Let it' }).click()
    await expect(page).toHaveURL(/fault=[^&]+&kept=answer$/)

    await expect(page.getByRole('region', { name: 'Stars' })).toContainText(says)
    const asked = page.getByRole('table', { name: 'What was asked' }).getByRole('row')
    await expect(asked.filter({ hasText: status }).filter({ hasText: cameTo })).not.toHaveCount(0)
  })
}

test('a part that may soon be better keeps the page for five seconds, one that is refused does not', async ({
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

test('a limit that the lesson meets does not hold for the rest of the site', async ({ page }) => {
  await page.goto('/learn/failures?fault=rate-limited')
  await expect(page.getByText('a limit holds for the whole site')).toBeVisible()
  const response = await page.goto('/repos/fresh/after-the-lesson')
  expect(response?.status()).toBe(200)
})

test('the page that depends on the repository fails as a whole', async ({ page }) => {
  await page.goto('/learn/failures?fault=status-451')
  await page.getByRole('link', { name: 'Open the page of failures/status-451' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'GitHub has blocked this repository',
  )
})

test('the page of a repository that was renamed leads to its new name', async ({ page }) => {
  await page.goto('/learn/failures?fault=renamed')
  await page.getByRole('link', { name: 'Open the page of fresh/renamed-lesson' }).click()
  await expect(page).toHaveURL('/repos/fresh/lesson')
})

test('where nobody can tell whether the data comes from the sample, the page says that GitHub is away', async ({
  request,
}) => {
  const response = await request.get(`${cutOffUrl}/learn/failures?fault=status-500`)
  expect(response.status()).toBe(503)
})

test('where the data does not come from the sample, there is no such lesson', async ({
  request,
}) => {
  const gitHub = createServer((asked, answer) => {
    const { method, headers, url = '' } = asked
    const options = { method, headers, agent: false }
    requestOf(sampleUrl + url, options, (answered) => {
      // It is as good as GitHub itself: nothing says that it is the sample.
      const { 'x-sample-github': _, ...rest } = answered.headers
      answer.writeHead(answered.statusCode ?? 502, rest)
      answered.pipe(answer)
    }).end()
  })
  const port = await freePort()
  await once(gitHub.listen(port, '127.0.0.1'), 'listening')
  const own = await freePort()
  const { command, url, ...place } = builtServer(own, {
    GITHUB_API_URL: `http://127.0.0.1:${port}`,
  })
  const program = await startProgram(command, { ...place, ready: () => answers(url) })
  try {
    const lesson = await request.get(`http://127.0.0.1:${own}/learn/failures?fault=status-500`)
    expect(lesson.status()).toBe(404)
    const page = await request.get(`http://127.0.0.1:${own}/repos/acme/rocket`)
    expect(page.status()).toBe(200)
  } finally {
    await program.end()
    gitHub.close()
  }
})

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('without JavaScript a failure is chosen too', async ({ page }) => {
    await page.goto('/learn/failures')
    await page.getByRole('combobox', { name: 'GitHub' }).selectOption('Breaks off')
    await page.getByRole('button', { name: 'Let it' }).click()
    await expect(page).toHaveURL('/learn/failures?fault=cut-body&kept=nothing')
    await expect(page.getByRole('region', { name: 'Stars' })).toContainText('no usable answer')
  })
})
