import type { ParsedUrlQuery } from 'node:querystring'
import { isFullName, parseTypedName } from '@repo/github'
import { MAX_COMPARED } from '#components/repo/paths.ts'
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

const MAX_LISTED = 5
const MAX_LISTED_LENGTH = 100

// Longer than any comparison, and fast to parse.
const MAX_TEXT_LENGTH = 4000

/** Parses `?repos=a/b,c/d`, or `?repos=a/b&repos=c/d` as forms send it; a name may also be an address at GitHub's website `githubUrl`. */
export function parseCompareRequest(query: ParsedUrlQuery, githubUrl: string): CompareRequest {
  // `owner / name` is a name too.
  const text = readNames(query)
    .split('/')
    .map((part) => part.trim())
  const names = new Map<string, string>()
  const repeated: string[] = []
  for (const part of splitNames(text.join('/'))) {
    const name = toFullName(part, githubUrl) ?? part
    const key = name.toLowerCase()
    if (names.has(key)) repeated.push(name)
    else names.set(key, name)
  }
  const compared = [...names.values()].filter(isFullName).slice(0, MAX_COMPARED)
  const skipped = [...names.values()].filter((name) => !compared.includes(name))
  return {
    names: compared,
    repeated: listSome(
      repeated.filter((name) => compared.some((other) => isSameName(name, other))),
    ),
    skipped: listSome(skipped),
  }
}

/** Returns the path to redirect to where a URL has addresses of repositories, or several parameters; else undefined. */
export function canonicalComparePath(
  query: ParsedUrlQuery,
  { names, skipped }: CompareRequest,
  view: CompareView,
): string | undefined {
  // The page names what it skipped, so a redirect must not lose it.
  if (skipped.length > 0) return undefined
  const known = new Set(names.map((name) => name.toLowerCase()))
  const isPlain = splitNames(readNames(query)).every((name) => known.has(name.toLowerCase()))
  return isPlain && !Array.isArray(query.repos) ? undefined : compareViewPath(names, view)
}

function readNames(query: ParsedUrlQuery): string {
  return [query.repos ?? []].flat().join(',').slice(0, MAX_TEXT_LENGTH)
}

function splitNames(text: string): string[] {
  return text.split(/[,\s]+/).filter((name) => name !== '')
}

function toFullName(text: string, githubUrl: string): string | undefined {
  const named = parseTypedName(text, githubUrl)
  return named?.kind === 'repository' ? named.fullName : undefined
}

function listSome(names: readonly string[]): string[] {
  return [...new Set(names)].slice(0, MAX_LISTED).map((name) => name.slice(0, MAX_LISTED_LENGTH))
}
