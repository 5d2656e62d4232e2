/**
 * The kinds of data that can change by themselves, so that an event at GitHub causes no more requests
 * than it must: `facts` are a repository or an account itself, and lists of them.
 */
export const TOPICS = [
  'facts',
  'code',
  'ci',
  'issues',
  'releases',
  'stars',
  'advisories',
  'search',
] as const
export type Topic = (typeof TOPICS)[number]

const topicsBelowRepo: readonly [RegExp, Topic][] = [
  [/^\/(?:commits\/[^/]+\/(?:check-runs|status)|actions)(?:\/|$)/, 'ci'],
  [/^\/(?:issues|pulls)(?:\/|$)/, 'issues'],
  [/^\/releases(?:\/|$)/, 'releases'],
  [/^\/stargazers(?:\/|$)/, 'stars'],
  [/^\/security-advisories(?:\/|$)/, 'advisories'],
]

/** Returns the topic of a path below the base URL. */
export function topicOf(path: string): Topic {
  const [pathname = ''] = path.split('?')
  if (pathname === '/search/issues') return 'issues'
  if (pathname.startsWith('/search/')) return 'search'
  const [, below] = /^\/repos\/[^/]+\/[^/]+(\/.*)$/.exec(pathname) ?? []
  if (below === undefined) return 'facts'
  return topicsBelowRepo.find(([pattern]) => pattern.test(below))?.[1] ?? 'code'
}

/** The marks of a change: each tag in a store with each topic. */
export function marksOf(storeTags: readonly string[], topics: readonly Topic[]): string[] {
  return storeTags.flatMap((tag) => topics.map((topic) => `${tag} ${topic}`))
}
