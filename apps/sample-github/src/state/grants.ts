import { randomInt } from 'node:crypto'
import type { Client } from '../data/clients.ts'
import { personalTokens, sampleTokens } from '../data/tokens.ts'

/** A user's authorization, stored until the application exchanges the code. */
export type Consent = {
  login: string
  clientId: string
  scope: string
  redirectUri: string
  /** The S256 code challenge of PKCE (RFC 7636). */
  challenge: string | undefined
}

/** A token and its user. The fixed sample tokens are grants without a client. */
export type Grant = {
  login: string
  clientId: string | undefined
  scope: string
  accessToken: string
  refreshToken: string | undefined
  /** Milliseconds since 1970. */
  createdAt: number
  /** Milliseconds since 1970; `undefined` if the token does not expire. */
  expiresAt: number | undefined
  refreshExpiresAt: number | undefined
}

// The lifetimes are GitHub's.
const CODE_LIFETIME_SECONDS = 600
const ACCESS_TOKEN_LIFETIME_SECONDS = 28_800
export const REFRESH_TOKEN_LIFETIME_SECONDS = 15_811_200

const MAX_GRANTS = 10_000

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

function randomSecret(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** The tokens in use, in GitHub's format. */
export type Grants = ReturnType<typeof createGrants>

export function createGrants(now: () => number) {
  const codes = new Map<string, Consent & { expiresAt: number }>()
  const grants = new Map<string, Grant>()
  let lifetime = ACCESS_TOKEN_LIFETIME_SECONDS

  function add(grant: Grant): Grant {
    grants.set(grant.accessToken, grant)
    if (grants.size > MAX_GRANTS) {
      const oldest = [...grants.values()].find(({ clientId }) => clientId !== undefined)
      if (oldest) grants.delete(oldest.accessToken)
    }
    return grant
  }

  function issue(client: Client, login: string, scope: string): Grant {
    const createdAt = now()
    const base = { login, clientId: client.id, createdAt }
    if (!client.tokensExpire) {
      return add({
        ...base,
        scope,
        accessToken: `gho_${randomSecret(36)}`,
        refreshToken: undefined,
        expiresAt: undefined,
        refreshExpiresAt: undefined,
      })
    }
    return add({
      ...base,
      // Tokens of GitHub Apps have permissions instead of scopes.
      scope: '',
      accessToken: `ghu_${randomSecret(36)}`,
      refreshToken: `ghr_${randomSecret(76)}`,
      expiresAt: createdAt + lifetime * 1000,
      refreshExpiresAt: createdAt + REFRESH_TOKEN_LIFETIME_SECONDS * 1000,
    })
  }

  function addFixed(token: Pick<Grant, 'login' | 'accessToken' | 'scope' | 'expiresAt'>): void {
    grants.set(token.accessToken, {
      ...token,
      clientId: undefined,
      refreshToken: undefined,
      createdAt: now(),
      refreshExpiresAt: undefined,
    })
  }

  function revokeWhere(matches: (grant: Grant) => boolean): number {
    const matching = [...grants.values()].filter(matches)
    for (const { accessToken } of matching) grants.delete(accessToken)
    return matching.length
  }

  function reset(): void {
    codes.clear()
    grants.clear()
    lifetime = ACCESS_TOKEN_LIFETIME_SECONDS
    for (const [login, accessToken] of Object.entries(sampleTokens)) {
      addFixed({ login, accessToken, scope: 'repo', expiresAt: undefined })
    }
    for (const { expiresInDays, ...token } of personalTokens) {
      addFixed({ ...token, expiresAt: now() + expiresInDays * 86_400_000 })
    }
  }

  reset()

  return {
    issue,
    reset,
    revokeWhere,

    createCode(consent: Consent): string {
      const code = randomSecret(20).toLowerCase()
      codes.set(code, { ...consent, expiresAt: now() + CODE_LIFETIME_SECONDS * 1000 })
      return code
    },

    /** A code is valid for a single attempt. */
    exchangeCode(code: string, clientId: string): Consent | undefined {
      const consent = codes.get(code)
      if (consent?.clientId !== clientId) return undefined
      codes.delete(code)
      return consent.expiresAt > now() ? consent : undefined
    },

    /** Issues a new pair of tokens for a refresh token and revokes the old pair. */
    refresh(refreshToken: string, client: Client): Grant | undefined {
      const old = [...grants.values()].find((grant) => grant.refreshToken === refreshToken)
      if (old?.clientId !== client.id || (old.refreshExpiresAt ?? 0) <= now()) return undefined
      grants.delete(old.accessToken)
      return issue(client, old.login, old.scope)
    },

    /** The grant of a valid token. */
    findByToken(accessToken: string): Grant | undefined {
      const grant = grants.get(accessToken)
      return grant && (grant.expiresAt ?? Number.POSITIVE_INFINITY) > now() ? grant : undefined
    },

    /** The grants of applications, oldest first, without the fixed tokens. */
    ofApplications: (): Grant[] =>
      [...grants.values()].filter(({ clientId }) => clientId !== undefined),

    expireWhere(matches: (grant: Grant) => boolean): number {
      const matching = [...grants.values()].filter(matches)
      for (const grant of matching) grant.expiresAt = now()
      return matching.length
    },

    /** Sets the lifetime in seconds of expiring tokens that are issued from now on. */
    setLifetime(seconds: number): void {
      lifetime = seconds
    },
  }
}

/** The parsed Authorization header. */
export type Credentials =
  | 'none'
  | 'invalid'
  | {
      login: string
      isAppToken: boolean
      /** Separated by commas; undefined for a token with permissions instead. */
      scopes: string | undefined
      /** When a token that a person created expires, in milliseconds since 1970. */
      expiresAt: number | undefined
    }

/** Parses an Authorization header: `Bearer` or `token`, in any case. */
export function parseCredentials(authorization: string | undefined, grants: Grants): Credentials {
  if (authorization === undefined) return 'none'
  const token = /^(?:bearer|token) +(\S+)$/i.exec(authorization.trim())?.[1]
  const grant = token === undefined ? undefined : grants.findByToken(token)
  return grant
    ? {
        login: grant.login,
        isAppToken: grant.accessToken.startsWith('ghu_'),
        scopes: /^(ghu|github_pat)_/.test(grant.accessToken)
          ? undefined
          : grant.scope.split(',').join(', '),
        expiresAt: grant.clientId === undefined ? grant.expiresAt : undefined,
      }
    : 'invalid'
}
