import { parseLocalPath } from '@repo/auth-headers'
import type { SignInNotice } from './sign-in-notices.ts'

/** Where a visitor goes who has signed in and said nothing else. */
const home = '/me'

/** A path of this site to go to after the sign-in, whatever was asked for. */
export function parseReturnPath(asked: unknown): string {
  return parseLocalPath(asked) ?? home
}

/** The sign-in page, with why the visitor comes there. */
export function signInPath(because: SignInNotice | undefined, returnTo = home): string {
  const search = new URLSearchParams({
    ...(because && { because }),
    ...(returnTo !== home && { returnTo }),
  })
  return search.size > 0 ? `/sign-in?${search}` : '/sign-in'
}
