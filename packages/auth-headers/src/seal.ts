import { type CryptoKey, EncryptJWT, errors, type JWTPayload, jwtDecrypt } from 'jose'

/** What seals: `secrets`, newest first, and the `purpose`, without which nothing opens. */
export type Sealing = {
  /** Of 32 characters or more each. A new one goes in front; the last may go when all it sealed has ended. */
  secrets: readonly string[]
  purpose: string
  /** Milliseconds since 1970. */
  now?: (() => number) | undefined
}

export type Opened =
  | { state: 'open'; claims: JWTPayload }
  | { state: 'expired' }
  | { state: 'invalid' }

const shortestSecret = 32

// What fits into a cookie: more is not worth the work.
const longestSealed = 4096

/**
 * Encrypts claims, for a number of seconds, so that nobody else can read or change them: a JWE with
 * direct A256GCM encryption (RFC 7516), under a key of its own for each purpose (RFC 5869).
 * @throws RangeError when there is no secret, or a short one.
 */
export async function seal(
  claims: JWTPayload,
  { secrets, purpose, now = Date.now }: Sealing,
  lifetime: number,
): Promise<string> {
  const [newest] = secrets
  if (newest === undefined) throw new RangeError('There is no secret to seal with')
  const at = Math.floor(now() / 1000)
  return new EncryptJWT({ ...claims, iat: at, exp: at + lifetime })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(await keyOf(newest, purpose))
}

/** Opens what one of the secrets has sealed for this purpose, and has not expired. */
export async function unseal(
  sealed: string,
  { secrets, purpose, now = Date.now }: Sealing,
): Promise<Opened> {
  if (sealed.length > longestSealed) return { state: 'invalid' }
  for (const secret of secrets) {
    try {
      const { payload } = await jwtDecrypt(sealed, await keyOf(secret, purpose), {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
        requiredClaims: ['iat', 'exp'],
        currentDate: new Date(now()),
      })
      return { state: 'open', claims: payload }
    } catch (error) {
      // Whether it has expired can be read only after it has been opened.
      if (error instanceof errors.JWTExpired) return { state: 'expired' }
      // The next secret may open it.
      if (!(error instanceof errors.JOSEError)) throw error
    }
  }
  return { state: 'invalid' }
}

async function keyOf(secret: string, purpose: string): Promise<CryptoKey> {
  if (secret.length < shortestSecret) {
    throw new RangeError(`A secret has ${shortestSecret} characters or more`)
  }
  const text = new TextEncoder()
  const material = await crypto.subtle.importKey('raw', text.encode(secret), 'HKDF', false, [
    'deriveKey',
  ])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: text.encode(purpose) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}
