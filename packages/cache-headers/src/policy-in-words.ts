/** Says in plain words what a `Cache-Control` value written by this package lets caches do. */
export function policyInWords(cacheControl: string): string {
  if (!/(^|, )public(,|$)/.test(cacheControl)) return 'kept by nobody'

  const fresh = secondsOf('s-maxage', cacheControl)
  const stale = secondsOf('stale-while-revalidate', cacheControl)
  const words = [`public: fresh ${duration(fresh)}`]
  if (stale > 0) words.push(`then stale for ${duration(stale)} while it is renewed`)
  return words.join(', ')
}

function secondsOf(directive: string, cacheControl: string): number {
  return Number(new RegExp(`(?:^|, )${directive}=(\\d+)`).exec(cacheControl)?.[1] ?? 0)
}

function duration(seconds: number): string {
  if (seconds > 0 && seconds % 3600 === 0) return `${seconds / 3600} h`
  if (seconds > 0 && seconds % 60 === 0) return `${seconds / 60} min`
  return `${seconds} s`
}
