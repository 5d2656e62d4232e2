import type { Timing } from '#server/server-timing.ts'

/** One call to GitHub, with its cache status or the kind of its error. */
export type TracedCall = {
  path: string
  status: string
  result: string
  /** Milliseconds after the start of the first call. */
  startMs: number
  durationMs: number
}

/** What the server did for the response that delivered a page. */
export type RequestTrace = {
  calls: TracedCall[]
  /** The cache policy in words. */
  policy: string | undefined
  cacheControl: string | undefined
  cdnCacheControl: string | undefined
  /** The `Cache-Control` that the page set, if the one that was sent is shorter. */
  pagePolicy: string | undefined
  runtime: string | undefined
  /** ISO 8601 time of rendering; undefined for a static page. */
  rendered: string | undefined
  /** The cache status that a shared cache added. */
  cache: string | undefined
}

/** Parses the metrics of `Server-Timing`; undefined if they contain none of the page. */
export function parseServerTiming(timings: readonly Timing[]): RequestTrace | undefined {
  const textOf = (name: string) => timings.find((timing) => timing.name === name)?.description
  if (textOf('cache') === undefined) return undefined
  return {
    calls: timings.filter(({ name }) => name === 'github').map(parseCall),
    policy: textOf('cache'),
    cacheControl: textOf('cache-control'),
    cdnCacheControl: textOf('cdn-cache-control'),
    pagePolicy: textOf('page-cache-control'),
    runtime: textOf('runtime'),
    rendered: textOf('rendered'),
    cache: textOf('x-cache'),
  }
}

function parseCall({ duration, description }: Timing): TracedCall {
  const [, status = '', result = '', path = '', startMs] =
    /^(no response|\d+) (?:([a-z0-9-]+) )?(.*) \+(\d+)$/.exec(description) ?? []
  return { path, status, result, startMs: Number(startMs), durationMs: duration }
}
