import { parseLocalPath } from '@repo/auth-headers'
import { readEnv } from '#server/process/env.ts'
import type { SignInNotice, TokenError } from './sign-in-notices.ts'

/** The path to return to when a sign-in names none. */
export const DEFAULT_RETURN_PATH = '/me'

const SIGN_IN_PATH = '/sign-in'

/** Returns the path of a page of this site to redirect to after the sign-in. */
export function parseReturnPath(value: unknown): string {
  const path = parseLocalPath(value) ?? DEFAULT_RETURN_PATH
  return /^\/(api|_next)\//i.test(path) ? DEFAULT_RETURN_PATH : path
}

/**
 * Returns the path of the page of this site that links to the sign-in page, from the request's
 * `Referer`; the default path without one. The link itself is the same on every page.
 */
export function getReferrerPath(referrer: string | undefined): string {
  if (referrer === undefined || !URL.canParse(referrer)) return DEFAULT_RETURN_PATH
  const { origin, pathname, search, searchParams } = new URL(referrer)
  if (origin !== new URL(readEnv().siteUrl).origin) return DEFAULT_RETURN_PATH
  return parseReturnPath(
    pathname === SIGN_IN_PATH ? searchParams.get('returnTo') : pathname + search,
  )
}

/** Returns the path of the sign-in page, with a notice to show there. */
export function signInPath(
  notice: SignInNotice | TokenError | undefined,
  returnTo = DEFAULT_RETURN_PATH,
): string {
  const search = new URLSearchParams({
    ...(notice && { error: notice }),
    ...(returnTo !== DEFAULT_RETURN_PATH && { returnTo }),
  })
  return search.size > 0 ? `${SIGN_IN_PATH}?${search}` : SIGN_IN_PATH
}
