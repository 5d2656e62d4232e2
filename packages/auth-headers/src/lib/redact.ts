const REDACTED = '[redacted]'

export type RedactOptions = {
  /** Cookies with secret values: their names, or the parts before a hyphen, without `__Host-`. */
  cookieNames?: readonly string[]
  /** Patterns of the application's secrets, with the flag `g`; each whole match is replaced. */
  secretPatterns?: readonly RegExp[]
}

// The first group is the text before the secret, which stays.
const GENERIC_PATTERNS = [
  // A JWT has three parts, a JWE five (RFC 7519 §3, RFC 7516 §3).
  /()(?<![\w-])eyJ[\w-]{8,}(?:\.[\w-]*){2,4}/g,
  // Authorization headers, in a log line or as JSON.
  /((?:proxy-)?authorization\\*["']?\s*[:=]\s*(?:\[\s*)?\\*["']?)[^\s"'\\,;]+(?:\s+[^\s"'\\,;]+)?/gi,
  /(\b(?:bearer|basic)\s+)[\w.~+/-]{8,}=*/gi,
]

// Parameters of OAuth (RFC 6749 §4.1, RFC 7636 §4.5), as a query and as JSON.
const OAUTH_PATTERNS = [
  /([?&\s"'](?:code|access_token|refresh_token|client_secret|code_verifier)=)[^&\s"'\\]+/g,
  /("(?:access_token|refresh_token|client_secret|code_verifier)\\*"\s*:\s*\\*")[^"\\]+/g,
]

/**
 * Creates a function that replaces secrets in a text with `[redacted]`: tokens in Authorization
 * headers, JWTs, JWEs, OAuth parameters, and the application's own. Valid JSON stays valid.
 * @throws TypeError when a pattern is not global.
 */
export function createRedactor({
  cookieNames = [],
  secretPatterns = [],
}: RedactOptions): (text: string) => string {
  const isGlobal = secretPatterns.every(({ flags }) => flags.includes('g'))
  if (!isGlobal) throw new TypeError('Secret patterns must have the flag g')
  const cookies = new RegExp(
    `((?<![\\w-])(?:__Host-)?(?:${cookieNames.join('|')})(?:-[\\w-]*)?=)[^\\s"'\\\\,;]+`,
    'g',
  )
  const labeledPatterns = [
    ...GENERIC_PATTERNS,
    ...(cookieNames.length > 0 ? [cookies] : []),
    ...OAUTH_PATTERNS,
  ]
  return function redact(text) {
    const rest = secretPatterns.reduce((part, secret) => part.replace(secret, REDACTED), text)
    return labeledPatterns.reduce((part, secret) => part.replace(secret, `$1${REDACTED}`), rest)
  }
}
