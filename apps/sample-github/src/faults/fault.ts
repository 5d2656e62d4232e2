import type { SampleContext } from '../http/context.ts'

export type FaultRequest = {
  c: SampleContext
  /** The response without the fault, always with a body. */
  healthy: () => Promise<Response>
  /** The response without the fault, which may be a 304. */
  unchanged: () => Promise<Response>
  /** 1 for the first request with this fault at this place, then 2, … */
  count: number
  /** The current time in Unix seconds. */
  seconds: number
  /** The origin of another host, for redirects. */
  redirectOrigin: string
}

export type Fault = (request: FaultRequest) => Response | Promise<Response>
