import type { IncomingHttpHeaders } from 'node:http'
import type { Locator, Page } from '@playwright/test'
import { expect } from './test.ts'

/** What the drawer shows of a request, or what an answer says of itself. */
export type Shown = {
  /** Path, status, verdict and milliseconds of each call to GitHub. */
  calls: string[][]
  policy: string
  headers: string
  rendered: string
}

/** Opens the drawer, once its button is there. */
export async function openDrawer(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Show the request' }).click()
  const drawer = page.getByRole('dialog', { name: 'The request behind this page' })
  await expect(drawer).toBeVisible()
  return drawer
}

/** Reads what the drawer shows. */
export async function shownIn(drawer: Locator): Promise<Shown> {
  const policy = drawer.getByRole('heading', { name: 'Who may keep it' }).locator('..')
  const headers = drawer.getByRole('region', { name: 'The cache headers of this page' })
  const calls = drawer.getByRole('region', { name: 'Calls to GitHub' }).getByRole('row')
  const rendered = drawer.getByRole('time')
  return {
    calls: await calls.evaluateAll((rows) =>
      rows
        .slice(1)
        .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
    ),
    policy: (await policy.getByRole('paragraph').first().textContent()) ?? '',
    headers: (await headers.textContent()) ?? '',
    rendered: await rendered.evaluateAll(([first]) => first?.getAttribute('datetime') ?? ''),
  }
}

/** Reads the same from the headers of an answer. */
export function saidBy(headers: IncomingHttpHeaders | Record<string, string>): Shown {
  const timing = String(headers['server-timing'] ?? '')
  const said = (name: string) =>
    new RegExp(`(?:^|, )${name};desc="([^"]*)"`).exec(timing)?.[1] ?? ''
  const lines = [`Cache-Control: ${headers['cache-control']}`]
  const cdn = headers['cdn-cache-control']
  if (cdn) lines.push(`CDN-Cache-Control: ${cdn}`)
  const calls = timing.matchAll(/github;dur=(\d+);desc="(\d+|no answer) ([a-z0-9-]+) ([^"]*)"/g)
  return {
    calls: [...calls].map(([, milliseconds = '', status = '', verdict = '', path = '']) => [
      path,
      status,
      verdict,
      milliseconds,
    ]),
    policy: said('cache'),
    headers: lines.join('\n'),
    rendered: said('rendered'),
  }
}

/** Public pages whose requests differ. */
export const drawnPages = [
  '/',
  '/search?q=rocket',
  '/owners/acme',
  '/repos/acme/rocket',
  '/repos/acme/rocket/issues?state=closed',
  '/repos/acme/rocket/releases',
  '/repos/failures/languages--status-500',
  '/repos/acme/rocket/contributors',
  '/learn/first-page',
  '/learn/caching',
]
