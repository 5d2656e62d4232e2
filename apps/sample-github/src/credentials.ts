import type { Grants } from './oauth/grants.ts'

/** The tokens that the sample GitHub knows from the start, by the login of their owner. */
export const sampleTokens = {
  ann: 'sample-token-ann',
  ben: 'sample-token-ben',
  cyd: 'sample-token-cyd',
  dov: 'sample-token-dov',
  eve: 'sample-token-eve',
} as const

/** Somebody who has a token. */
export type SampleLogin = keyof typeof sampleTokens

export type Credential = 'none' | 'bad' | { login: string; ofApp: boolean }

/** Reads an Authorization header: `Bearer` or `token`, in any case. */
export function credentialFrom(authorization: string | undefined, grants: Grants): Credential {
  if (authorization === undefined) return 'none'
  const token = /^(?:bearer|token) +(\S+)$/i.exec(authorization.trim())?.[1]
  const grant = token === undefined ? undefined : grants.withToken(token)
  return grant ? { login: grant.login, ofApp: grant.accessToken.startsWith('ghu_') } : 'bad'
}
