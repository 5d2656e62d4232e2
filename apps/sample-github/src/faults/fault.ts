import type { SampleContext } from '../http/context.ts'

export type FaultRequest = {
  c: SampleContext
  /** What the answer would be without the fault, body included, whatever the client has already. */
  healthy: () => Promise<Response>
  /** What the answer would be without the fault, which may be a 304. */
  usual: () => Promise<Response>
  /** 1 for the first request that meets this fault at this place, then 2, … */
  turn: number
  /** Unix seconds of now. */
  seconds: number
  /** Origin of a host that is not this API. */
  elsewhere: string
}

export type Fault = (request: FaultRequest) => Response | Promise<Response>
