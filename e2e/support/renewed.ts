import { type APIRequestContext, expect } from '@playwright/test'

/** Asks for a page until nothing on it is old: a page of old data is kept for seconds only. */
export async function renewed(request: APIRequestContext, path: string): Promise<void> {
  await expect
    .poll(async () => (await request.get(path)).headers()['server-timing'])
    .not.toMatch(/desc="200 stale /)
}
