type ListedFault = { name: string; effect: string }

/** Every fault and its effect on a client, in the order of the README. */
export const listedFaults: readonly ListedFault[] = [
  { name: 'status-401', effect: 'Bad credentials, whatever the token.' },
  { name: 'status-403', effect: 'Forbidden: the resource is not accessible.' },
  { name: 'status-404', effect: 'Not found.' },
  { name: 'status-410', effect: 'Gone.' },
  { name: 'status-422', effect: 'Validation failed.' },
  { name: 'status-429', effect: 'Too many requests, with a retry-after of five seconds.' },
  { name: 'status-451', effect: 'Unavailable for legal reasons.' },
  { name: 'status-500', effect: 'A server error with a JSON body.' },
  { name: 'status-502', effect: 'A bad gateway with a JSON body.' },
  { name: 'status-503', effect: 'Service unavailable.' },
  { name: 'status-504', effect: 'A gateway timeout.' },
  { name: 'status-202', effect: 'Accepted, with an empty object, always.' },
  { name: 'status-204', effect: 'No content.' },
  { name: 'status-304', effect: 'Not modified, even without a cached copy.' },
  {
    name: 'rate-limited',
    effect: 'The hourly rate limit is exceeded; it resets in five seconds.',
  },
  { name: 'rate-limited-429', effect: 'The same with status 429.' },
  { name: 'secondary-limit', effect: 'A secondary rate limit with a retry-after of five seconds.' },
  { name: 'reset-far', effect: 'Rate limited with a reset in ten years.' },
  { name: 'reset-past', effect: 'Rate limited with a reset an hour ago.' },
  {
    name: 'abuse-limit',
    effect:
      'A secondary rate limit of Enterprise Server, without retry-after: it ends in a minute.',
  },
  {
    name: 'sso-required',
    effect:
      'An organization requires single sign-on: 403 to every token, with the URL to authorize it.',
  },
  {
    name: 'sso-partial',
    effect: 'Lists leave out organizations that require single sign-on, and a header names them.',
  },
  {
    name: 'classic-token-forbidden',
    effect: 'The organization forbids classic tokens: 403 to every token.',
  },
  {
    name: 'token-lifetime',
    effect: "The organization forbids a token's lifetime: 403 to every token.",
  },
  { name: 'ip-allow-list', effect: 'The IP allow list of the organization: 403 to every token.' },
  {
    name: 'oauth-app-restricted',
    effect: 'The organization has not approved the OAuth app: 403 to every token.',
  },
  { name: 'token-rejected', effect: 'Bad credentials for every token; healthy without one.' },
  { name: 'unsearchable', effect: 'Healthy, but a search for its issues gets a 422.' },
  { name: 'blocked-403', effect: 'Blocked for breaking the terms of service.' },
  { name: 'html-200', effect: 'A web page instead of JSON, with status 200.' },
  { name: 'html-502', effect: 'The unicorn page of a bad gateway.' },
  { name: 'no-content-type', effect: 'The right body without a content-type.' },
  { name: 'empty-200', effect: 'Status 200 with an empty body.' },
  { name: 'null-body', effect: 'The body is null.' },
  { name: 'array-body', effect: 'The body is an empty array.' },
  { name: 'text-body', effect: 'The body is a line of plain text.' },
  { name: 'missing-fields', effect: 'Objects have only their id, full_name and private.' },
  { name: 'wrong-types', effect: 'Numbers are strings, strings are numbers.' },
  { name: 'huge-number', effect: 'Every number exceeds the range of safe integers.' },
  { name: 'wrong-dates', effect: 'Every date is invalid.' },
  { name: 'cut-body', effect: 'The connection closes before content-length is reached.' },
  { name: 'cut-chunked', effect: 'The connection closes in the middle of a chunked body.' },
  { name: 'cut-json', effect: 'Half of the JSON, in well-formed HTTP.' },
  { name: 'cut-gzip', effect: 'Half of a gzip stream, in well-formed HTTP.' },
  { name: 'bad-gzip', effect: 'Declares gzip and sends garbage.' },
  { name: 'slow-headers', effect: 'Accepts the request and never responds.' },
  { name: 'slow-body', effect: 'Sends one byte a second.' },
  { name: 'huge-body', effect: 'Sends 200 MB.' },
  { name: 'endless-body', effect: 'Sends without end.' },
  { name: 'huge-headers', effect: 'One header of 64 kB.' },
  { name: 'redirect-loop', effect: 'Redirects to itself.' },
  { name: 'redirect-elsewhere', effect: 'Redirects to another host.' },
  { name: 'redirect-metadata', effect: "Redirects to a cloud's metadata address." },
  { name: 'bad-links', effect: 'The Link headers of lists point to another host.' },
  { name: 'flaky', effect: 'Every third request is a bad gateway.' },
  { name: 'close-early', effect: 'The connection closes before any header.' },
  { name: 'renamed-loop', effect: 'Redirects to an id that redirects back to the old name.' },
]

const names = new Set(listedFaults.map((fault) => fault.name))

export function isFault(name: string): boolean {
  return names.has(name) || /^(?:status-[2-5]\d\d|reset-in-\d{1,4})$/.test(name)
}

/**
 * A fault, and the only resource that it breaks, if not all. The resource `again` stands for all
 * resources, but only for conditional requests.
 */
export type NamedFault = { name: string; resource: string | undefined }

/** Parses `status-500` or `languages--cut-body`. */
export function parseFault(text: string): NamedFault | undefined {
  const cut = text.indexOf('--')
  const name = text.slice(cut === -1 ? 0 : cut + 2)
  if (!isFault(name)) return undefined
  return { name, resource: cut === -1 ? undefined : text.slice(0, cut) }
}
