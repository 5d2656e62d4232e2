import type { APIRequestContext, APIResponse } from '@playwright/test'
import { getData } from '../support/data-route.ts'
import { expect, test } from '../support/test.ts'

// Each row of the lesson's table: its probe, and how to describe a response.
const rows = {
  'res.statusCode = 418': { probe: 'status', toText: describeResponse },
  "res.setHeader('X-Probe', …)": { probe: 'header', toText: describeHeader('x-probe', 'set') },
  "res.setHeader('Set-Cookie', …)": {
    probe: 'cookie',
    toText: describeHeader('set-cookie', 'probe=set; Max-Age=1; HttpOnly; SameSite=Lax'),
  },
  'setCacheHeaders(res, …)': {
    probe: 'cache-control',
    toText: describeHeader('cache-control', 'public, max-age=0, must-revalidate, s-maxage=1'),
  },
  'return { notFound: true }': { probe: 'not-found', toText: describeResponse },
  'return { redirect: … }': { probe: 'redirect', toText: describeResponse },
  'throw new Error(…)': { probe: 'throw', toText: describeResponse },
}

test('the lesson shows what each runtime does with a response', async ({ page, request }) => {
  await page.goto('/learn/runtime/edge')
  const table = page.getByRole('table', { name: 'What happens to the response' })
  for (const [name, { probe, toText }] of Object.entries(rows)) {
    const row = table.getByRole('row').filter({ hasText: name })

    const received: string[] = []
    for (const runtime of ['node', 'edge']) {
      const responses = await requestProbe(request, `/learn/runtime/probe/${runtime}/${probe}`)
      for (const response of responses) received.push(await toText(response))
    }
    expect.soft(await row.getByRole('cell').allTextContents(), name).toEqual(received)
  }
})

test('the table of both lessons has these rows and no others', async ({ page }) => {
  for (const path of ['/learn/runtime/node', '/learn/runtime/edge']) {
    await page.goto(path)
    const table = page.getByRole('table', { name: 'What happens to the response' })

    expect(await table.getByRole('rowheader').allTextContents()).toEqual(Object.keys(rows))
  }
})

/** Requests a probe as a document and from the data route. */
async function requestProbe(request: APIRequestContext, path: string): Promise<APIResponse[]> {
  return [await request.get(path, { maxRedirects: 0 }), await getData(request, path)]
}

function describeHeader(header: string, value: string) {
  return async (response: APIResponse) =>
    response.headers()[header] === value ? 'sent' : 'dropped'
}

async function describeResponse(response: APIResponse): Promise<string> {
  const { location } = response.headers()
  if (location !== undefined) return `${response.status()} to ${location}`
  return `${response.status()}, ${describeBody(await response.text())}`
}

function describeBody(body: string): string {
  if (body === '') return 'empty body'
  if (body.startsWith('{')) return 'JSON'
  if (body.includes('Page not found')) return 'the 404 page'
  if (body.includes('Something went wrong')) return 'the 500 page'
  return body.includes('Runtime probe') ? 'the page' : 'something else'
}
