import type { Timing } from '#server/server-timing.ts'

/** One call to GitHub, as a page tells of it. */
export type TracedCall = { path: string; status: string; verdict: string; milliseconds: number }

/** What the server says of the answer that a page came with. */
export type RequestTrace = {
  calls: TracedCall[]
  /** In words. */
  policy: string | undefined
  cacheControl: string | undefined
  cdnCacheControl: string | undefined
  runtime: string | undefined
  /** When the page was rendered, ISO 8601; undefined for one that is made ahead of time. */
  rendered: string | undefined
  /** What a cache in front says that it did. */
  cache: string | undefined
}

/** Reads what `Server-Timing` said; undefined where it said nothing of the page. */
export function parseServerTiming(timings: readonly Timing[]): RequestTrace | undefined {
  const said = (name: string) => timings.find((timing) => timing.name === name)?.description
  if (said('cache') === undefined) return undefined
  return {
    calls: timings.filter(({ name }) => name === 'github').map(callOf),
    policy: said('cache'),
    cacheControl: said('cache-control'),
    cdnCacheControl: said('cdn-cache-control'),
    runtime: said('runtime'),
    rendered: said('rendered'),
    cache: said('x-cache'),
  }
}

function callOf({ duration, description }: Timing): TracedCall {
  const [, status = '', verdict = '', path = ''] =
    /^(no response|\d+) (?:([a-z0-9-]+) )?(.*)$/.exec(description) ?? []
  return { path, status, verdict, milliseconds: duration }
}
