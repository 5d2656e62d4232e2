type ListedFault = { name: string; sentence: string }

/** Every fault with what a client sees, in the order in which the documentation lists them. */
export const listedFaults: readonly ListedFault[] = [
  { name: 'status-401', sentence: 'Bad credentials, whatever token was sent.' },
  { name: 'status-403', sentence: 'Forbidden: the resource is not accessible.' },
  { name: 'status-404', sentence: 'Not found.' },
  { name: 'status-410', sentence: 'Gone.' },
  { name: 'status-422', sentence: 'Validation failed.' },
  { name: 'status-429', sentence: 'Too many requests, with retry-after.' },
  { name: 'status-451', sentence: 'Unavailable for legal reasons.' },
  { name: 'status-500', sentence: 'A server error with a JSON body.' },
  { name: 'status-502', sentence: 'A bad gateway with a JSON body.' },
  { name: 'status-503', sentence: 'Service unavailable.' },
  { name: 'status-504', sentence: 'A gateway timeout.' },
  { name: 'status-202', sentence: 'Accepted, with an empty object, for ever.' },
  { name: 'status-204', sentence: 'No content.' },
  { name: 'status-304', sentence: 'Not modified, even to those who have nothing.' },
  { name: 'rate-limited', sentence: 'The hourly limit is used up; it resets in ten minutes.' },
  { name: 'rate-limited-429', sentence: 'The same, said with status 429.' },
  { name: 'secondary-limit', sentence: 'A secondary rate limit with retry-after.' },
  { name: 'reset-far', sentence: 'Rate limited with a reset in ten years.' },
  { name: 'reset-past', sentence: 'Rate limited with a reset an hour ago.' },
  { name: 'blocked-403', sentence: 'Blocked for breaking the terms of service.' },
  { name: 'html-200', sentence: 'A web page where JSON is due, with status 200.' },
  { name: 'html-502', sentence: 'The unicorn page of a bad gateway.' },
  { name: 'no-content-type', sentence: 'The right body without a content-type.' },
  { name: 'empty-200', sentence: 'Status 200 and not one byte.' },
  { name: 'null-body', sentence: 'The body is null.' },
  { name: 'array-body', sentence: 'The body is an empty array.' },
  { name: 'text-body', sentence: 'The body is a line of plain text.' },
  { name: 'missing-fields', sentence: 'Objects keep their id and full_name and lose the rest.' },
  { name: 'wrong-types', sentence: 'Numbers are strings, strings are numbers.' },
  { name: 'huge-number', sentence: 'Every number is far beyond what a double can hold.' },
  { name: 'wrong-dates', sentence: 'Every date is one that no calendar knows.' },
  { name: 'cut-body', sentence: 'The connection breaks before content-length is reached.' },
  { name: 'cut-chunked', sentence: 'The connection breaks in the middle of a chunked body.' },
  { name: 'cut-json', sentence: 'Half of the JSON, in well-formed HTTP.' },
  { name: 'cut-gzip', sentence: 'Half of a gzip stream, in well-formed HTTP.' },
  { name: 'bad-gzip', sentence: 'Says gzip and sends garbage.' },
  { name: 'slow-headers', sentence: 'Takes the request and never answers.' },
  { name: 'slow-body', sentence: 'Sends one byte a second.' },
  { name: 'huge-body', sentence: 'Sends 200 MB.' },
  { name: 'endless-body', sentence: 'Sends for ever.' },
  { name: 'huge-headers', sentence: 'One header of 64 kB.' },
  { name: 'redirect-loop', sentence: 'Redirects to itself.' },
  { name: 'redirect-elsewhere', sentence: 'Redirects to another host.' },
  { name: 'redirect-metadata', sentence: "Redirects to a cloud's metadata address." },
  { name: 'bad-links', sentence: 'The Link headers of lists point to another host.' },
  { name: 'flaky', sentence: 'Every third request is a bad gateway.' },
  { name: 'close-early', sentence: 'The connection breaks before any header.' },
  { name: 'renamed-loop', sentence: 'Renamed to an id that leads back to the old name.' },
]

const names = new Set(listedFaults.map((fault) => fault.name))

export function isFault(name: string): boolean {
  return names.has(name) || /^status-[2-5]\d\d$/.test(name)
}

/**
 * A fault, and the one resource that it breaks when it does not break them all. The resource `again`
 * stands for all of them, for whom they have answered before.
 */
export type NamedFault = { name: string; resource: string | undefined }

/** Reads `status-500` or `languages--cut-body`. */
export function parseFault(text: string): NamedFault | undefined {
  const cut = text.indexOf('--')
  const name = text.slice(cut === -1 ? 0 : cut + 2)
  if (!isFault(name)) return undefined
  return { name, resource: cut === -1 ? undefined : text.slice(0, cut) }
}
