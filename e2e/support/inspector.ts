import type { IncomingHttpHeaders } from 'node:http'
import type { Locator, Page } from '@playwright/test'
import { expect } from './test.ts'

/** What the request inspector shows of a request, or what the headers of a response contain. */
export type InspectedRequest = {
  /** Path, status, cache result and duration of each call to GitHub. */
  calls: string[][]
  policy: string
  headers: string
  rendered: string
}

/** Opens the request inspector as soon as its button is visible. */
export async function openInspector(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Inspect request' }).click()
  const inspector = page.getByRole('dialog', { name: 'Request inspector' })
  await expect(inspector).toBeVisible()
  return inspector
}

/** Reads what the inspector shows. */
export async function readInspector(inspector: Locator): Promise<InspectedRequest> {
  const policy = inspector.getByRole('heading', { name: 'Caching' }).locator('..')
  const headers = inspector.getByRole('group', { name: 'Cache headers of this page' })
  const calls = inspector.getByRole('list', { name: 'Calls to GitHub' }).getByRole('listitem')
  const rendered = inspector.getByRole('time')
  return {
    calls: await calls.evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('code, span')].map((part) => part.textContent)),
    ),
    policy: (await policy.getByRole('paragraph').first().textContent()) ?? '',
    headers: (await headers.textContent()) ?? '',
    rendered: await rendered.evaluateAll(([first]) => first?.getAttribute('datetime') ?? ''),
  }
}

/** Reads the same from the headers of a response. */
export function parseResponseHeaders(
  headers: IncomingHttpHeaders | Record<string, string>,
): InspectedRequest {
  const timing = String(headers['server-timing'] ?? '')
  const descriptionOf = (name: string) =>
    new RegExp(`(?:^|, )${name};desc="([^"]*)"`).exec(timing)?.[1] ?? ''
  const lines = [`Cache-Control: ${headers['cache-control']}`]
  const cdn = headers['cdn-cache-control']
  if (cdn) lines.push(`CDN-Cache-Control: ${cdn}`)
  const calls = timing.matchAll(
    /github;dur=(\d+);desc="(\d+|no response) ([a-z0-9-]+) ([^"]*) \+\d+"/g,
  )
  return {
    calls: [...calls].map(([, milliseconds = '', status = '', cacheStatus = '', path = '']) => [
      path,
      status,
      cacheStatus,
      `${milliseconds} ms`,
    ]),
    policy: descriptionOf('cache'),
    headers: lines.join('\n'),
    rendered: descriptionOf('rendered'),
  }
}
