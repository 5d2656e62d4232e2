/**
 * A page's `config` on Node.js, Next's default and the only runtime on which a page has a status,
 * headers, cookies, `notFound` and `redirect`.
 *
 * For `satisfies`: Next reads `config` from the source and runs nothing, so it must be a literal in
 * the page's own file, and a type is all that can be shared. It refuses what Next takes in silence
 * or refuses late: `'edge'`, which types and `next dev` let pass and `next build` does not; unknown
 * keys, which Next ignores; and `regions`, which has no effect (say it in the host's settings).
 */
export type NodePage = {
  runtime: 'nodejs'
  /** Seconds after which a host may end a request; `next start` itself does not. */
  maxDuration?: number
}

/**
 * A page's `config` on the Edge Runtime, which is deprecated: remove the export, and the page runs on
 * Node.js. `'edge'` is refused because `next build` refuses it on a page. There is no `maxDuration`,
 * which an edge function does not have. Cache headers come from `headers()` in `next.config` alone,
 * for the page's path and its data path.
 */
export type EdgePage = { runtime: 'experimental-edge' }

/** An API route's `config` on the Edge Runtime, deprecated too: the one place for `'edge'`. */
export type EdgeApi = { runtime: 'edge' }
