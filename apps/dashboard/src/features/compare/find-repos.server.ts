import { type GitHub, MAX_QUERY_LENGTH, type Panel, type ToPanel } from '@repo/github'
import { MAX_COMPARED } from '#components/repo/compare-path.ts'
import type { CompareRequest } from './compare-request.ts'

/** Repositories that match words in the place of a name. */
export type FoundRepos = { words: string; names: Panel<string[]> }

const MAX_FOUND = 6

/** Searches for the words of a request that are no names; null if there are none, or no room. */
export async function findRepos(
  { github, panel }: { github: GitHub; panel: ToPanel },
  { names, skipped }: CompareRequest,
): Promise<FoundRepos | null> {
  // Words without the characters of GitHub's search syntax.
  const words = skipped.filter((name) => /^[\p{L}\p{N}._-]+$/u.test(name)).join(' ')
  if (words === '' || words.length > MAX_QUERY_LENGTH || names.length >= MAX_COMPARED) return null
  const search = github.searchRepos({ q: words, sort: 'best-match', page: 1 })
  const found = await panel(search, ({ items }) =>
    items.flatMap(({ fullName }) => fullName ?? []).slice(0, MAX_FOUND),
  )
  return { words, names: found }
}
