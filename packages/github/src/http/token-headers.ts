import { z } from 'zod'

export const tokenGrantSchema = z.object({
  /** The scopes; null for a token with fine-grained permissions, which GitHub does not list. */
  scopes: z.array(z.string()).nullable(),
  /** ISO 8601; null if the token does not expire. */
  expiresAt: z.string().nullable(),
})

/** What GitHub reports about a token. */
export type TokenGrant = z.output<typeof tokenGrantSchema>

const MAX_SCOPES = 100

/**
 * Parses `X-OAuth-Scopes` and `GitHub-Authentication-Token-Expiration`, which GitHub sends with the
 * responses to a token; undefined without both
 * (https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps).
 */
export function parseTokenHeaders(headers: Record<string, unknown>): TokenGrant | undefined {
  const scopes = headers['x-oauth-scopes']
  const expiration = headers['github-authentication-token-expiration']
  if (scopes === undefined && expiration === undefined) return undefined
  return {
    scopes: scopes === undefined ? null : parseScopes(String(scopes)),
    expiresAt: expiration === undefined ? null : parseExpiration(String(expiration)),
  }
}

function parseScopes(text: string): string[] {
  const scopes = text.split(',').map((scope) => scope.trim())
  return scopes.filter((scope) => /^[\w:]{1,50}$/.test(scope)).slice(0, MAX_SCOPES)
}

// `2026-12-05 14:00:00 UTC` or `2026-12-05 14:00:00 +0200`.
function parseExpiration(text: string): string | null {
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (UTC|[+-]\d{4})$/.exec(text.trim()) ?? []
  if (zone === undefined) return null
  const offset = zone === 'UTC' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3)}`
  const date = new Date(`${day}T${time}${offset}`)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
