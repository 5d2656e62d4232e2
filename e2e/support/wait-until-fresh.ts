import { type APIRequestContext, expect } from '@playwright/test'

/** Requests a page until no data on it is stale: a page with stale data is cached for seconds only. */
export async function waitUntilFresh(request: APIRequestContext, path: string): Promise<void> {
  await expect
    .poll(async () => (await request.get(path)).headers()['server-timing'])
    .not.toMatch(/desc="200 stale /)
}
