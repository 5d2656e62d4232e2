import type { Secret } from '@repo/auth-headers'
import type { TokenGrant } from '@repo/github'
import type { Authenticated } from './authenticate.ts'
import { getSessionOptions } from './session.ts'

/** The types of GitHub's tokens; `other` has none of the prefixes that GitHub documents. */
export type TokenType = 'fine-grained' | 'classic' | 'oauth-app' | 'github-app' | 'other'

/** How a viewer is signed in, without the token: a page may show it. */
export type ViewerAccess = {
  tokenType: TokenType
  /** The session, with ISO 8601 times; undefined for a request with an Authorization header. */
  session?: { tokenSource: 'github' | 'pasted'; startedAt: string; endsAt: string }
}

// https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
const prefixes: readonly [string, TokenType][] = [
  ['github_pat_', 'fine-grained'],
  ['ghp_', 'classic'],
  ['gho_', 'oauth-app'],
  ['ghu_', 'github-app'],
]

const WARNING_DAYS = 7

/** Describes how a viewer is signed in. */
export function describeAccess({ token, session }: Authenticated): ViewerAccess {
  const tokenType = tokenTypeOf(token)
  if (!session) return { tokenType }
  const { tokenSource, signedInAt } = session
  const endsAt = signedInAt + getSessionOptions().lifetimeSeconds
  return {
    tokenType,
    session: { tokenSource, startedAt: toIsoDate(signedInAt), endsAt: toIsoDate(endsAt) },
  }
}

/**
 * Returns when a token expires, in ISO 8601, if that is within a week. This site refreshes the tokens
 * of GitHub Apps itself.
 */
export function expiresSoon(
  { tokenType }: ViewerAccess,
  grant: TokenGrant | undefined,
  now = Date.now(),
): string | undefined {
  if (tokenType === 'github-app' || !grant?.expiresAt) return undefined
  const remainingMs = Date.parse(grant.expiresAt) - now
  return remainingMs < WARNING_DAYS * 86_400_000 ? grant.expiresAt : undefined
}

function tokenTypeOf(token: Secret): TokenType {
  const text = token.reveal()
  return prefixes.find(([prefix]) => text.startsWith(prefix))?.[1] ?? 'other'
}

function toIsoDate(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
