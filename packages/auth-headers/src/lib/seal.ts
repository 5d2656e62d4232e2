import { type CryptoKey, EncryptJWT, errors, type JWTPayload, jwtDecrypt } from 'jose'

export type SealOptions = {
  /** Newest first, at least 32 characters each; remove one when everything it sealed has expired. */
  secrets: readonly string[]
  /** A text that is sealed for one purpose is invalid for every other. */
  purpose: string
  /** The current time in milliseconds since 1970; `Date.now` by default. */
  now?: (() => number) | undefined
}

/** JSON values by name; `iat` and `exp` are reserved (RFC 7519 §4.1). */
export type Claims = JWTPayload

export type UnsealResult =
  | { state: 'valid'; claims: Claims }
  | { state: 'expired' }
  | { state: 'invalid' }

const MIN_SECRET_LENGTH = 32

// Nothing longer fits into a cookie.
const MAX_SEALED_LENGTH = 4096

/**
 * Encrypts and authenticates claims for a lifetime in seconds: a JWE with direct A256GCM encryption
 * (RFC 7516), under a key derived for each purpose (RFC 5869).
 * @throws RangeError without a secret, or with one of fewer than 32 characters.
 */
export async function seal(
  claims: Claims,
  { secrets, purpose, now = Date.now }: SealOptions,
  lifetimeSeconds: number,
): Promise<string> {
  const [newest] = secrets
  if (newest === undefined) throw new RangeError('Sealing requires a secret')
  const issuedAt = Math.floor(now() / 1000)
  return new EncryptJWT({ ...claims, iat: issuedAt, exp: issuedAt + lifetimeSeconds })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(await deriveKey(newest, purpose))
}

/**
 * Decrypts and verifies claims that one of the secrets sealed for this purpose.
 * @throws RangeError with a secret of fewer than 32 characters.
 */
export async function unseal(
  sealed: string,
  { secrets, purpose, now = Date.now }: SealOptions,
): Promise<UnsealResult> {
  if (sealed.length > MAX_SEALED_LENGTH) return { state: 'invalid' }
  for (const secret of secrets) {
    try {
      const { payload } = await jwtDecrypt(sealed, await deriveKey(secret, purpose), {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
        requiredClaims: ['iat', 'exp'],
        currentDate: new Date(now()),
      })
      return { state: 'valid', claims: payload }
    } catch (error) {
      // The expiry is readable only after decryption, so this secret is the right one.
      if (error instanceof errors.JWTExpired) return { state: 'expired' }
      // An older secret may have sealed it.
      if (!(error instanceof errors.JOSEError)) throw error
    }
  }
  return { state: 'invalid' }
}

async function deriveKey(secret: string, purpose: string): Promise<CryptoKey> {
  if (secret.length < MIN_SECRET_LENGTH) {
    throw new RangeError(`A secret must have at least ${MIN_SECRET_LENGTH} characters`)
  }
  const encoder = new TextEncoder()
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, [
    'deriveKey',
  ])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(purpose) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}
