const redacted = '[redacted]'

// Each takes what is before the secret as its first group, to keep it.
const secrets = [
  // Every form that GitHub gives, the long dotted ones of installations too:
  // https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
  /()gh[pousr]_[\w.-]{16,}/g,
  /()github_pat_\w{16,}/g,
  // What is signed or sealed: a JWT has three parts and a JWE five (RFC 7519 §3, RFC 7516 §3).
  /()(?<![\w-])eyJ[\w-]{8,}(?:\.[\w-]*){2,4}/g,
  // Header values, in a log's line or as JSON.
  /((?:proxy-)?authorization\\*["']?\s*[:=]\s*(?:\[\s*)?\\*["']?)[^\s"'\\,;]+(?:\s+[^\s"'\\,;]+)?/gi,
  /(\b(?:bearer|basic)\s+)[\w.~+/-]{8,}=*/gi,
  /((?:__Host-|\b)(?:github-session|oauth)=)[^\s"'\\,;]+/g,
  // What the way through GitHub's sign-in carries.
  /([?&\s"'](?:code|access_token|refresh_token|client_secret|code_verifier)=)[^&\s"'\\]+/g,
  /("(?:access_token|refresh_token|client_secret|code_verifier)\\*"\s*:\s*\\*")[^"\\]+/g,
]

/**
 * Takes secrets out of a text that goes to a log. JSON stays JSON. GitHub's oldest tokens look like
 * the names of commits, and are known only by what stands before them.
 */
export function redact(text: string): string {
  return secrets.reduce((rest, secret) => rest.replace(secret, `$1${redacted}`), text)
}
