import { parseLocalPath } from '@repo/auth-headers'
import type { SignInNotice } from './sign-in-notices.ts'

/** The path to return to when a sign-in names none. */
export const DEFAULT_RETURN_PATH = '/me'

/** Returns the path of a page of this site to redirect to after the sign-in. */
export function parseReturnPath(value: unknown): string {
  const path = parseLocalPath(value) ?? DEFAULT_RETURN_PATH
  return /^\/(api|_next)\//i.test(path) ? DEFAULT_RETURN_PATH : path
}

/** Returns the path of the sign-in page, with a notice to show there. */
export function signInPath(
  notice: SignInNotice | undefined,
  returnTo = DEFAULT_RETURN_PATH,
): string {
  const search = new URLSearchParams({
    ...(notice && { error: notice }),
    ...(returnTo !== DEFAULT_RETURN_PATH && { returnTo }),
  })
  return search.size > 0 ? `/sign-in?${search}` : '/sign-in'
}
