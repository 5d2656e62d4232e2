import type { ParsedUrlQuery } from 'node:querystring'
import { isFullName, parseTypedName } from '@repo/github'
import { getSearchParam } from '#components/list-query.ts'
import { comparePath, MAX_COMPARED } from '#components/repo/paths.ts'

/** The repositories that a URL compares. */
export type CompareRequest = {
  /** Full names of repositories, without duplicates. */
  names: string[]
  /** Invalid names, and those over the limit. */
  skipped: string[]
}

const MAX_SKIPPED = 5
const MAX_SKIPPED_LENGTH = 100

/** Parses `?repos=a/b,c/d`; a name may also be an address at GitHub's website `githubUrl`. */
export function parseCompareRequest(query: ParsedUrlQuery, githubUrl: string): CompareRequest {
  // `owner / name` is a name too.
  const text = readNames(query)
    .split('/')
    .map((part) => part.trim())
  const parts = splitNames(text.join('/')).map((part) => toFullName(part, githubUrl) ?? part)
  const byLowerCase = new Map(parts.map((name) => [name.toLowerCase(), name]))
  const names = [...byLowerCase.values()]
  const compared = names.filter(isFullName).slice(0, MAX_COMPARED)
  const skipped = names.filter((name) => !compared.includes(name))
  return {
    names: compared,
    skipped: skipped.slice(0, MAX_SKIPPED).map((name) => name.slice(0, MAX_SKIPPED_LENGTH)),
  }
}

/** Returns the path to redirect to where a URL has addresses of repositories; else undefined. */
export function canonicalComparePath(
  query: ParsedUrlQuery,
  { names, skipped }: CompareRequest,
): string | undefined {
  // The page names what it skipped, so a redirect must not lose it.
  if (skipped.length > 0) return undefined
  const known = new Set(names.map((name) => name.toLowerCase()))
  const isPlain = splitNames(readNames(query)).every((name) => known.has(name.toLowerCase()))
  return isPlain ? undefined : comparePath(names)
}

function readNames(query: ParsedUrlQuery): string {
  return getSearchParam(query, 'repos') ?? ''
}

function splitNames(text: string): string[] {
  return text.split(/[,\s]+/).filter((name) => name !== '')
}

function toFullName(text: string, githubUrl: string): string | undefined {
  const named = parseTypedName(text, githubUrl)
  return named?.kind === 'repository' ? named.fullName : undefined
}
