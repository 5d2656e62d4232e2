import type { ParsedUrlQuery } from 'node:querystring'
import { isFullName } from '@repo/github'
import { MAX_COMPARED } from '#components/repo/compare-path.ts'
import { hasPlainNames, listSome, parseTypedRepos } from '#components/repo/typed-repos.ts'
import { type CompareView, compareViewPath } from './compare-view.ts'
import { isSameName } from './same-name.ts'

/** The repositories that a URL compares. */
export type CompareRequest = {
  /** Full names of repositories, without duplicates. */
  names: string[]
  /** Names of the same repositories again, in any letter case. */
  repeated: string[]
  /** Invalid names, and those over the limit. */
  skipped: string[]
}

/** Parses the repositories of a URL, as `parseTypedRepos` does. */
export function parseCompareRequest(
  query: ParsedUrlQuery,
  webUrls: readonly string[],
): CompareRequest {
  const { typed, repeated } = parseTypedRepos(query, webUrls)
  const names = typed.filter(isFullName).slice(0, MAX_COMPARED)
  return {
    names,
    repeated: listSome(repeated.filter((name) => names.some((other) => isSameName(name, other)))),
    skipped: listSome(typed.filter((name) => !names.includes(name))),
  }
}

/** Returns the path to redirect to where a URL has addresses of repositories, or several parameters; else undefined. */
export function canonicalComparePath(
  query: ParsedUrlQuery,
  { names, skipped }: CompareRequest,
  view: CompareView,
): string | undefined {
  // The page names what it skipped, so a redirect must not lose it.
  if (skipped.length > 0 || hasPlainNames(query, names)) return undefined
  return compareViewPath(names, view)
}
