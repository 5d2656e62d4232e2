import type { Page } from '@playwright/test'
import { type Answer, send } from './send.ts'
import { expect } from './test.ts'

/** What a browser says of a form that a page of the same site sends. */
export const ownForm = {
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
}

/** Signs a browser in by a pasted token, as a visitor does. */
export async function signInByToken(page: Page, token: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'Token' }).fill(token)
  await page.getByRole('button', { name: 'Sign in with the token' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your repositories' })).toBeVisible()
}

/** Sends a form as a page of the site does, with other headers where they are given. */
export function sendForm(
  origin: string,
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = ownForm,
): Promise<Answer> {
  const body = String(new URLSearchParams(form))
  return send(origin, path, { method: 'POST', headers, body })
}

/** The name and the value of each cookie that an answer sets. */
export function cookiesOf({ headers }: Answer): Record<string, string> {
  return Object.fromEntries(
    (headers['set-cookie'] ?? []).map((cookie) => {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}

/** The value of the cookie of a new session, begun with a token. */
export async function newSession(origin: string, token: string): Promise<string> {
  const { 'github-session': session } = cookiesOf(
    await sendForm(origin, '/api/auth/token', { token }),
  )
  if (!session) throw new Error('No session was begun')
  return session
}
