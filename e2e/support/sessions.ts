import type { Page } from '@playwright/test'
import { cookiesOf, type RawResponse, send } from './send.ts'
import { expect } from './test.ts'

/** The headers of a form that a page of the same site sends. */
export const sameOriginForm = {
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
}

/** Signs in with a token, as a visitor does. */
export async function signInByToken(page: Page, token: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'Token' }).fill(token)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your repositories' })).toBeVisible()
}

/** Sends a form, by default as a page of the site does. */
export function sendForm(
  origin: string,
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = sameOriginForm,
): Promise<RawResponse> {
  const body = String(new URLSearchParams(form))
  return send(origin, path, { method: 'POST', headers, body })
}

/** The name of the session cookie, with the port of the site. */
export function sessionCookieName(origin: string): string {
  return `github-session-${new URL(origin).port}`
}

/** The name of the cookie that scripts can read, with the port of the site. */
export function signedInCookieName(origin: string): string {
  return `signed-in-${new URL(origin).port}`
}

/** The Cookie header of a browser with the sign-in attempt that a response starts. */
export function attemptCookieOf(response: RawResponse): string {
  const attempts = Object.entries(cookiesOf(response)).filter(([name]) => name.startsWith('oauth-'))
  return attempts.map(([name, value]) => `${name}=${value}`).join('; ')
}

/** Signs in with a token, and returns the value of the session cookie. */
export async function newSession(origin: string, token: string): Promise<string> {
  const response = await sendForm(origin, '/api/auth/token', { token })
  const session = cookiesOf(response)[sessionCookieName(origin)]
  if (!session) throw new Error('The response sets no session cookie')
  return session
}
