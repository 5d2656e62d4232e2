import type { APIRequestContext, APIResponse } from '@playwright/test'
import { getData } from '../support/data-route.ts'
import { expect, test } from '../support/test.ts'

// Each row of the lesson's table: its probe, and how what arrives is put into words.
const rows = {
  'res.statusCode = 418': { asked: 'status', told: answerOf },
  "res.setHeader('X-Probe', …)": { asked: 'header', told: keptAs('x-probe', 'set') },
  "res.setHeader('Set-Cookie', …)": {
    asked: 'cookie',
    told: keptAs('set-cookie', 'probe=set; Max-Age=1; HttpOnly; SameSite=Lax'),
  },
  'setCacheHeaders(res, …)': {
    asked: 'cache-control',
    told: keptAs('cache-control', 'public, max-age=0, must-revalidate, s-maxage=1'),
  },
  'return { notFound: true }': { asked: 'not-found', told: answerOf },
  'return { redirect: … }': { asked: 'redirect', told: answerOf },
  'throw new Error(…)': { asked: 'throw', told: answerOf },
}

for (const [name, { asked, told }] of Object.entries(rows)) {
  test(`the lesson tells what becomes of ${name} on either runtime`, async ({ page, request }) => {
    await page.goto('/learn/runtime/edge')
    const table = page.getByRole('table', { name: 'What becomes of an answer' })
    const row = table.getByRole('row').filter({ hasText: name })

    const arrived: string[] = []
    for (const runtime of ['node', 'edge']) {
      for (const response of await askProbe(request, `/learn/runtime/probe/${runtime}/${asked}`)) {
        arrived.push(await told(response))
      }
    }
    expect(await row.getByRole('cell').allTextContents()).toEqual(arrived)
  })
}

test('the lesson’s table has these rows and no others, on both pages', async ({ page }) => {
  for (const path of ['/learn/runtime/node', '/learn/runtime/edge']) {
    await page.goto(path)
    const table = page.getByRole('table', { name: 'What becomes of an answer' })

    expect(await table.getByRole('rowheader').allTextContents()).toEqual(Object.keys(rows))
  }
})

/** The probe's answer as a document, and on the data route. */
async function askProbe(request: APIRequestContext, path: string): Promise<APIResponse[]> {
  return [await request.get(path, { maxRedirects: 0 }), await getData(request, path)]
}

function keptAs(header: string, value: string) {
  return async (response: APIResponse) =>
    response.headers()[header] === value ? 'kept' : 'dropped'
}

async function answerOf(response: APIResponse): Promise<string> {
  const { location } = response.headers()
  if (location !== undefined) return `${response.status()} to ${location}`
  return `${response.status()}, ${bodyInWords(await response.text())}`
}

function bodyInWords(body: string): string {
  if (body === '') return 'nothing'
  if (body.startsWith('{')) return 'JSON'
  if (body.includes('Nothing to see at this address')) return 'the 404 page'
  if (body.includes('Something went wrong here')) return 'the 500 page'
  return body.includes('This is the probe’s page') ? 'the page' : 'something else'
}
