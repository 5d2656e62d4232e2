/** An error or redirect with GitHub's body; thrown anywhere, sent by the app. */
export class ThrownResponse extends Error {
  override name = 'ThrownResponse'
  readonly status: number
  readonly body: object
  readonly headers: Record<string, string>

  constructor(status: number, body: object, headers: Record<string, string> = {}) {
    super(`Response with status ${status}`)
    this.status = status
    this.body = body
    this.headers = headers
  }
}

const docs = 'https://docs.github.com/rest'

/** GitHub's default error body; `docsPath` is the part after `https://docs.github.com/rest`. */
export function githubError(
  status: number,
  message: string,
  docsPath = '',
  headers: Record<string, string> = {},
): ThrownResponse {
  const body = { message, documentation_url: `${docs}${docsPath}`, status: String(status) }
  return new ThrownResponse(status, body, headers)
}

/** The hourly rate limit is exceeded; `viewer` is the login behind the token, if any. */
export function rateLimitExceeded(
  status: 403 | 429,
  viewer: string | undefined,
  headers: Record<string, string> = {},
): ThrownResponse {
  const message = viewer
    ? `API rate limit exceeded for user ${viewer}. If you reach out to GitHub Support for help, please include the request ID 5A3B:1E:0.`
    : "API rate limit exceeded for 127.0.0.1. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)"
  return githubError(status, message, '/overview/resources-in-the-rest-api#rate-limiting', headers)
}

export function notFound(docsPath = ''): ThrownResponse {
  return githubError(404, 'Not Found', docsPath)
}

export function blocked(status: 403 | 451): ThrownResponse {
  const block =
    status === 451
      ? {
          reason: 'dmca',
          created_at: '2026-02-03T10:12:45Z',
          html_url: 'https://github.example/notices/2026-02-03-takedown.md',
        }
      : {
          reason: 'tos',
          created_at: '2026-01-12T08:30:00Z',
          html_url: 'https://github.example/tos',
        }
  return new ThrownResponse(status, { message: 'Repository access blocked', block })
}

/** GitHub's redirect: the body repeats the location. */
export function moved(location: string): ThrownResponse {
  const body = {
    message: 'Moved Permanently',
    url: location,
    documentation_url: `${docs}/guides/best-practices-for-using-the-rest-api#follow-redirects`,
  }
  return new ThrownResponse(301, body, { location })
}
