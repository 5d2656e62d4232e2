const longest = 2000

// A base whose host no address can name by accident.
const here = 'http://local-path.invalid'

/**
 * Takes an address for a path of this site, with its search, or undefined when it may lead anywhere
 * else: where to go after the sign-in is not for others to say.
 */
export function localPath(address: unknown): string | undefined {
  if (typeof address !== 'string' || address.length > longest) return undefined
  // Browsers take a backslash for a slash, and leave out tabs and line ends.
  if (!/^\/[\x21-\x5b\x5d-\x7e]*$/.test(address) || !URL.canParse(address, here)) return undefined

  const { origin, pathname, search } = new URL(address, here)
  // What a dot segment leaves may begin with two slashes, and be a host to the next reader. Our paths
  // need no percent sign, which would hide a slash from one reader and not from another.
  if (origin !== here || pathname.includes('//') || pathname.includes('%')) return undefined
  return pathname + search
}
