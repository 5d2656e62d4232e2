/** What `X-GitHub-SSO` reports about a token and organizations with single sign-on. */
export type SsoHeader = {
  /** The token must be authorized first; `url` is where, if it is on GitHub's website. */
  isRequired: boolean
  url?: string
  /** The IDs of organizations that a list leaves out. */
  organizations?: string[]
}

const MAX_URL_LENGTH = 2000

/**
 * Parses `X-GitHub-SSO`: `required; url=…` or `partial-results; organizations=1,2`
 * (https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api).
 * @param webUrl GitHub's website: a URL of another origin is ignored, and without it every URL.
 */
export function parseSsoHeader(header: unknown, webUrl?: string): SsoHeader {
  const [, state, value = ''] =
    /^(required|partial-results)(?:;\s*\w+=(.*))?$/.exec(String(header)) ?? []
  switch (state) {
    case 'required':
      return { isRequired: true, ...(isUrlOf(value, webUrl) && { url: value }) }
    case 'partial-results':
      return { isRequired: false, organizations: value.match(/\b\d+\b/g) ?? [] }
    default:
      return { isRequired: false }
  }
}

function isUrlOf(address: string, webUrl: string | undefined): boolean {
  if (webUrl === undefined || address.length > MAX_URL_LENGTH) return false
  if (!URL.canParse(address)) return false
  const { origin, username, password } = new URL(address)
  return origin === new URL(webUrl).origin && username === '' && password === ''
}
