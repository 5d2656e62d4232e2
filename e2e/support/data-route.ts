import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext, APIResponse } from '@playwright/test'

const buildId = readFileSync(
  join(import.meta.dirname, '../../apps/dashboard/.next/BUILD_ID'),
  'utf8',
)

/** The address from which Next loads a page's props on a client navigation. */
export function dataPath(path: string): string {
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
