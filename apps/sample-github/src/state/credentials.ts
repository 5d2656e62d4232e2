import type { Grants } from './grants.ts'

export type Credentials = 'none' | 'invalid' | { login: string; isAppToken: boolean }

/** Parses an Authorization header: `Bearer` or `token`, in any case. */
export function parseCredentials(authorization: string | undefined, grants: Grants): Credentials {
  if (authorization === undefined) return 'none'
  const token = /^(?:bearer|token) +(\S+)$/i.exec(authorization.trim())?.[1]
  const grant = token === undefined ? undefined : grants.findByToken(token)
  return grant
    ? { login: grant.login, isAppToken: grant.accessToken.startsWith('ghu_') }
    : 'invalid'
}
