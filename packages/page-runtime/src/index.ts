/** A runtime that renders pages. */
export type Runtime = 'nodejs' | 'edge'

/**
 * A page's `config` on Node.js, the default and the only runtime where a page has a status,
 * headers, cookies, `notFound` and `redirect`.
 *
 * Use it with `satisfies`: Next reads `config` statically, so only the type can be shared. It
 * rejects what Next ignores or rejects late: `'edge'`, which only `next build` rejects; unknown
 * keys; and `regions`, which has no effect (set it at the host).
 */
export type NodePage = {
  runtime: 'nodejs'
  /** Seconds after which a host may end a request; `next start` has no such limit. */
  maxDuration?: number
}

/**
 * A page's `config` on the deprecated Edge Runtime; without it the page runs on Node.js. `next
 * build` rejects `'edge'` on a page, and an edge function has no `maxDuration`. Cache headers come
 * only from `headers()` in `next.config`, for the page's path and its data path.
 */
export type EdgePage = { runtime: 'experimental-edge' }

/** An API route's `config` on the deprecated Edge Runtime, the only place where `'edge'` is valid. */
export type EdgeApi = { runtime: 'edge' }

// Next inlines this value into the code of each runtime, and an empty string into the browser's.
declare const process: { env: { NEXT_RUNTIME?: string } } | undefined

/** Returns the runtime in which this code runs; undefined in a browser and outside Next. */
export function currentRuntime(): Runtime | undefined {
  const runtime = typeof process === 'undefined' ? undefined : process.env.NEXT_RUNTIME
  return runtime === 'nodejs' || runtime === 'edge' ? runtime : undefined
}
