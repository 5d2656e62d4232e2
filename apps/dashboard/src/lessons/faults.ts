/** What GitHub can be made to do, by the repository of the sample GitHub that does it. */
export const faults = [
  { value: 'none', label: 'Answers as it should', repository: 'acme/rocket' },
  { value: 'status-202', label: '202: still counting', repository: 'failures/status-202' },
  { value: 'renamed', label: '301: renamed', repository: 'fresh/renamed-lesson' },
  { value: 'status-304', label: '304 to who has nothing', repository: 'failures/status-304' },
  { value: 'status-403', label: '403: forbidden', repository: 'failures/status-403' },
  { value: 'status-404', label: '404: not found', repository: 'failures/status-404' },
  { value: 'rate-limited', label: '403: limit used up', repository: 'failures/rate-limited' },
  { value: 'status-429', label: '429: too many requests', repository: 'failures/status-429' },
  { value: 'status-451', label: '451: blocked', repository: 'failures/status-451' },
  { value: 'status-500', label: '500: an error of its own', repository: 'failures/status-500' },
  { value: 'slow-headers', label: 'Never answers', repository: 'failures/slow-headers' },
  { value: 'cut-body', label: 'Breaks off', repository: 'failures/cut-body' },
] as const

export type Fault = (typeof faults)[number]

/** The fault that an address asks for, or none. */
export function faultFrom(asked: string | string[] | undefined): Fault {
  return faults.find(({ value }) => value === asked) ?? faults[0]
}

/** What the lesson's page has kept from before, by what an address calls it. */
export const keepings = [
  { value: 'nothing', label: 'Nothing' },
  { value: 'answer', label: 'A good answer' },
] as const

export type Keeping = (typeof keepings)[number]['value']

/** What an address says is kept: nothing, where it does not say. */
export function keepingFrom(asked: string | string[] | undefined): Keeping {
  return keepings.find(({ value }) => value === asked)?.value ?? 'nothing'
}
