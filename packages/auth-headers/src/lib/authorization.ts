import { getHeaderValues, type RequestHeaders } from './request-headers.ts'
import { Secret } from './secret.ts'

export type AuthorizationOptions = {
  /** Schemes that carry a token, without regard to case; `['Bearer']` by default. */
  schemes?: readonly string[] | undefined
}

export type Authorization =
  | { kind: 'none' }
  | { kind: 'token'; token: Secret }
  | { kind: 'invalid'; message: string }

// token68 (RFC 9110 §11.2).
const TOKEN68 = /^[\w.~+/-]+=*$/

const MIN_TOKEN_LENGTH = 8
const MAX_TOKEN_LENGTH = 1024

// A scheme, a space and the longest token fit.
const MAX_HEADER_LENGTH = 2048

const INVALID_LENGTH = `A token has ${MIN_TOKEN_LENGTH} to ${MAX_TOKEN_LENGTH} characters`

/** Reads the token of a request's only Authorization header (RFC 9110 §11.4, RFC 6750 §2.1). */
export function readAuthorization(
  headers: RequestHeaders,
  { schemes = ['Bearer'] }: AuthorizationOptions = {},
): Authorization {
  const values = getHeaderValues(headers, 'authorization')
  const [value] = values
  if (value === undefined) return { kind: 'none' }
  if (values.length > 1) return invalid('Only one Authorization header is allowed')
  if (value.length > MAX_HEADER_LENGTH) return invalid(INVALID_LENGTH)

  const [, scheme = '', text = ''] = /^(\S+) +(\S+)$/.exec(value) ?? []
  const isKnownScheme = schemes.some((known) => known.toLowerCase() === scheme.toLowerCase())
  if (!isKnownScheme || !TOKEN68.test(text)) {
    return invalid('The Authorization header must be "Bearer" and a token')
  }
  const token = parseToken(text)
  return token ? { kind: 'token', token } : invalid(INVALID_LENGTH)
}

/** Parses a token68 (RFC 9110 §11.2) of 8 to 1,024 characters; undefined for any other text. */
export function parseToken(text: string): Secret | undefined {
  const isLengthValid = text.length >= MIN_TOKEN_LENGTH && text.length <= MAX_TOKEN_LENGTH
  return isLengthValid && TOKEN68.test(text) ? new Secret(text) : undefined
}

/** Formats `WWW-Authenticate` for a 401; a message adds `error="invalid_token"` (RFC 6750 §3). */
export function formatChallenge(realm: string, message?: string): string {
  const challenge = `Bearer realm="${toQuotedText(realm)}"`
  if (message === undefined) return challenge
  return `${challenge}, error="invalid_token", error_description="${toQuotedText(message)}"`
}

// error_description allows neither quotes nor backslashes (RFC 6750 §3).
function toQuotedText(text: string): string {
  return text.replace(/["\\]/g, "'").replace(/[^\x20-\x7e]/g, '?')
}

function invalid(message: string): Authorization {
  return { kind: 'invalid', message }
}
