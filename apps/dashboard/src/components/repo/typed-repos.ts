import type { ParsedUrlQuery } from 'node:querystring'
import { parseTypedName } from '@repo/github'

/** The repositories that a URL names. */
export type TypedRepos = {
  /** Full names, and texts that name no repository; each only once, in any letter case. */
  typed: string[]
  /** Names of the same repositories again. */
  repeated: string[]
}

const MAX_LISTED = 5
const MAX_LISTED_LENGTH = 100

// Longer than any list of repositories, and fast to parse.
const MAX_TEXT_LENGTH = 4000

/** Parses `?repos=a/b,c/d`, or `?repos=a/b&repos=c/d` as forms send it; a name may also be an address at one of GitHub's websites `webUrls`. */
export function parseTypedRepos(query: ParsedUrlQuery, webUrls: readonly string[]): TypedRepos {
  // `owner / name` is a name too.
  const text = readNames(query)
    .split('/')
    .map((part) => part.trim())
  const names = new Map<string, string>()
  const repeated: string[] = []
  for (const part of splitNames(text.join('/'))) {
    const name = toFullName(part, webUrls) ?? part
    const key = name.toLowerCase()
    if (names.has(key)) repeated.push(name)
    else names.set(key, name)
  }
  return { typed: [...names.values()], repeated }
}

/** Whether a URL has only these names, in one parameter. */
export function hasPlainNames(query: ParsedUrlQuery, names: readonly string[]): boolean {
  const known = new Set(names.map((name) => name.toLowerCase()))
  const isPlain = splitNames(readNames(query)).every((name) => known.has(name.toLowerCase()))
  return isPlain && !Array.isArray(query.repos)
}

/** Shortens a list of texts that a visitor has typed. */
export function listSome(names: readonly string[]): string[] {
  return [...new Set(names)].slice(0, MAX_LISTED).map((name) => name.slice(0, MAX_LISTED_LENGTH))
}

function readNames(query: ParsedUrlQuery): string {
  return [query.repos ?? []].flat().join(',').slice(0, MAX_TEXT_LENGTH)
}

function splitNames(text: string): string[] {
  return text.split(/[,\s]+/).filter((name) => name !== '')
}

function toFullName(text: string, webUrls: readonly string[]): string | undefined {
  const named = parseTypedName(text, webUrls)
  return named?.kind === 'repository' ? named.fullName : undefined
}
