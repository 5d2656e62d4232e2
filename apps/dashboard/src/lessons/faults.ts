/** The ways in which GitHub can fail, each with a sample repository that fails this way. */
export const faults = [
  { value: 'none', label: 'Responds normally', repository: 'acme/rocket' },
  { value: 'status-202', label: '202: computing', repository: 'failures/status-202' },
  { value: 'renamed', label: '301: renamed', repository: 'fresh/renamed-lesson' },
  {
    value: 'status-304',
    label: '304 without a cached copy',
    repository: 'failures/status-304',
  },
  { value: 'status-403', label: '403: forbidden', repository: 'failures/status-403' },
  { value: 'status-404', label: '404: not found', repository: 'failures/status-404' },
  { value: 'rate-limited', label: '403: rate limited', repository: 'failures/rate-limited' },
  { value: 'status-429', label: '429: too many requests', repository: 'failures/status-429' },
  { value: 'status-451', label: '451: blocked', repository: 'failures/status-451' },
  { value: 'status-500', label: '500: server error', repository: 'failures/status-500' },
  { value: 'slow-headers', label: 'Never responds', repository: 'failures/slow-headers' },
  { value: 'cut-body', label: 'Connection drops mid-body', repository: 'failures/cut-body' },
] as const

export type Fault = (typeof faults)[number]

/** Parses the fault in a query; `none` if it is unknown. */
export function parseFault(value: string | string[] | undefined): Fault {
  return faults.find((fault) => fault.value === value) ?? faults[0]
}

/** The contents of the lesson's cache before the reads, by the value in the query. */
export const cachedResponses = [
  { value: 'nothing', label: 'None' },
  { value: 'answer', label: 'A previous success' },
] as const

export type CachedResponse = (typeof cachedResponses)[number]['value']

/** Parses the cached response in a query; `nothing` if it is unknown. */
export function parseCachedResponse(value: string | string[] | undefined): CachedResponse {
  return cachedResponses.find((response) => response.value === value)?.value ?? 'nothing'
}
