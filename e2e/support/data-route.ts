import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext, APIResponse, Page } from '@playwright/test'

const buildIdFile = join(import.meta.dirname, '../../apps/dashboard/.next/BUILD_ID')

/** The path from which Next loads a page's props on a client navigation. */
export function dataPath(path: string): string {
  const buildId = readFileSync(buildIdFile, 'utf8')
  const { pathname, search } = new URL(path, 'http://dashboard.test')
  return `/_next/data/${buildId}${pathname === '/' ? '/index' : pathname}.json${search}`
}

/** Requests a page's props as the client router does. */
export function getData(
  request: APIRequestContext,
  path: string,
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  return request.get(dataPath(path), {
    headers: { 'x-nextjs-data': '1', ...headers },
    maxRedirects: 0,
  })
}

/** Holds a page's data request until the returned function is called. */
export async function holdData(page: Page, path: string): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(`**/_next/data/*${path}.json*`, async (route) => {
    await released
    await route.continue()
  })
  return release
}
