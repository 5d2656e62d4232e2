import { type Sealing, seal, unseal } from './seal.ts'
import { Secret } from './secret.ts'

/** Who has signed in, with their token of GitHub's. */
export type Session = {
  login: string
  /** An address of a picture; null where there is none, or a long one. */
  avatarUrl: string | null
  token: Secret
  /** How the token came here. */
  from: 'github' | 'pasted'
  /** Seconds since 1970. */
  signedInAt: number
  /** How a token that ends by itself is renewed. */
  renewal?: { token: Secret; tokenEndsAt: number }
}

export type OpenedSession =
  | { state: 'open'; session: Session }
  | { state: 'expired' }
  | { state: 'invalid' }

/** Seconds from the sign-in to the end of a session, whatever is renewed in between. */
export const sessionLifetime = 8 * 3600

type SessionSealing = Omit<Sealing, 'purpose'>

const purpose = 'session'

/** Seals a session as the value of its cookie, until eight hours after the sign-in. */
export async function sealSession(session: Session, sealing: SessionSealing): Promise<string> {
  const { token, renewal, ...rest } = session
  const now = Math.floor((sealing.now ?? Date.now)() / 1000)
  const claims = {
    ...rest,
    token: token.reveal(),
    ...(renewal && { renewal: { ...renewal, token: renewal.token.reveal() } }),
  }
  const left = Math.floor(session.signedInAt) + sessionLifetime - now
  return seal(claims, { ...sealing, purpose }, left)
}

/** Opens the value of a session's cookie. */
export async function openSession(sealed: string, sealing: SessionSealing): Promise<OpenedSession> {
  const opened = await unseal(sealed, { ...sealing, purpose })
  if (opened.state !== 'open') return opened
  const session = sessionFrom(opened.claims)
  return session ? { state: 'open', session } : { state: 'invalid' }
}

// Another version of this program may have sealed it.
function sessionFrom(claims: Record<string, unknown>): Session | undefined {
  const { login, avatarUrl, token, from, signedInAt } = claims
  const renewal = renewalFrom(claims.renewal)
  if (typeof login !== 'string' || typeof token !== 'string' || typeof signedInAt !== 'number')
    return undefined
  if (avatarUrl !== null && typeof avatarUrl !== 'string') return undefined
  if (from !== 'github' && from !== 'pasted') return undefined
  if (renewal === 'invalid') return undefined
  return {
    login,
    avatarUrl,
    token: new Secret(token),
    from,
    signedInAt,
    ...(renewal && { renewal }),
  }
}

function renewalFrom(claim: unknown): Session['renewal'] | 'invalid' {
  if (claim === undefined) return undefined
  if (typeof claim !== 'object' || claim === null) return 'invalid'
  if (!('token' in claim) || typeof claim.token !== 'string') return 'invalid'
  if (!('tokenEndsAt' in claim) || typeof claim.tokenEndsAt !== 'number') return 'invalid'
  return { token: new Secret(claim.token), tokenEndsAt: claim.tokenEndsAt }
}
