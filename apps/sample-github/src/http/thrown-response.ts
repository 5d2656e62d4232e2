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
