/** A runtime that renders pages. */
export type Runtime = 'nodejs' | 'edge'

// Next writes the value into the code of each runtime, and an empty one into the browser's.
declare const process: { env: { NEXT_RUNTIME?: string } } | undefined

/** The runtime in which this code runs under Next; undefined in a browser and outside Next. */
export function currentRuntime(): Runtime | undefined {
  const runtime = typeof process === 'undefined' ? undefined : process.env.NEXT_RUNTIME
  return runtime === 'nodejs' || runtime === 'edge' ? runtime : undefined
}
