import { randomInt } from 'node:crypto'
import type { Client } from '../data/clients.ts'
import { sampleTokens } from '../data/tokens.ts'

/** What somebody has allowed an application, until the application has fetched its token. */
export type Consent = {
  login: string
  clientId: string
  scope: string
  redirectUri: string
  /** PKCE, RFC 7636: the SHA-256 of what the client will show. */
  challenge: string | undefined
}

/** A token and whom it lets in as. The fixed sample tokens are grants without a client. */
export type Grant = {
  login: string
  clientId: string | undefined
  scope: string
  accessToken: string
  refreshToken: string | undefined
  /** Milliseconds since 1970. */
  createdAt: number
  /** Milliseconds since 1970; `undefined` for what does not expire. */
  expiresAt: number | undefined
  refreshEndsAt: number | undefined
}

/** Seconds, as at GitHub. */
const CODE_LIFETIME_SECONDS = 600
const ACCESS_TOKEN_LIFETIME_SECONDS = 28_800
export const REFRESH_TOKEN_LIFETIME_SECONDS = 15_811_200

const MAX_GRANTS = 10_000

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

function randomSecret(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** Who has let in which application; tokens are in the form of GitHub's. */
export type Grants = ReturnType<typeof createGrants>

export function createGrants(now: () => number) {
  const codes = new Map<string, Consent & { endsAt: number }>()
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

  function give(client: Client, login: string, scope: string): Grant {
    const createdAt = now()
    const given = { login, clientId: client.id, createdAt }
    if (!client.tokensExpire) {
      return add({
        ...given,
        scope,
        accessToken: `gho_${randomSecret(36)}`,
        refreshToken: undefined,
        expiresAt: undefined,
        refreshEndsAt: undefined,
      })
    }
    return add({
      ...given,
      // What a GitHub App may do is not told by scopes.
      scope: '',
      accessToken: `ghu_${randomSecret(36)}`,
      refreshToken: `ghr_${randomSecret(76)}`,
      expiresAt: createdAt + lifetime * 1000,
      refreshEndsAt: createdAt + REFRESH_TOKEN_LIFETIME_SECONDS * 1000,
    })
  }

  function revokeWhere(matches: (grant: Grant) => boolean): number {
    const meant = [...grants.values()].filter(matches)
    for (const { accessToken } of meant) grants.delete(accessToken)
    return meant.length
  }

  function reset(): void {
    codes.clear()
    grants.clear()
    lifetime = ACCESS_TOKEN_LIFETIME_SECONDS
    for (const [login, accessToken] of Object.entries(sampleTokens)) {
      grants.set(accessToken, {
        login,
        clientId: undefined,
        scope: 'repo',
        accessToken,
        refreshToken: undefined,
        createdAt: now(),
        expiresAt: undefined,
        refreshEndsAt: undefined,
      })
    }
  }

  reset()

  return {
    give,
    reset,
    revokeWhere,

    createCode(consent: Consent): string {
      const code = randomSecret(20).toLowerCase()
      codes.set(code, { ...consent, endsAt: now() + CODE_LIFETIME_SECONDS * 1000 })
      return code
    },

    /** A code works once, whatever comes of it. */
    exchangeCode(code: string, clientId: string): Consent | undefined {
      const consent = codes.get(code)
      if (consent?.clientId !== clientId) return undefined
      codes.delete(code)
      return consent.endsAt > now() ? consent : undefined
    },

    /** Gives a new pair for a refresh token, and ends the old pair. */
    renew(refreshToken: string, client: Client): Grant | undefined {
      const old = [...grants.values()].find((grant) => grant.refreshToken === refreshToken)
      if (old?.clientId !== client.id || (old.refreshEndsAt ?? 0) <= now()) return undefined
      grants.delete(old.accessToken)
      return give(client, old.login, old.scope)
    },

    /** The grant of a token that lets somebody in at this moment. */
    findByToken(accessToken: string): Grant | undefined {
      const grant = grants.get(accessToken)
      return grant && (grant.expiresAt ?? Number.POSITIVE_INFINITY) > now() ? grant : undefined
    },

    /** What applications were given, the oldest first, and what the sample came with not at all. */
    given: (): Grant[] => [...grants.values()].filter(({ clientId }) => clientId !== undefined),

    expireWhere(matches: (grant: Grant) => boolean): number {
      const meant = [...grants.values()].filter(matches)
      for (const grant of meant) grant.expiresAt = now()
      return meant.length
    },

    /** Seconds for which tokens of the client whose tokens expire are good, from now on. */
    setLifetime(seconds: number): void {
      lifetime = seconds
    },
  }
}
