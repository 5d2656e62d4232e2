import type { ParsedUrlQuery } from 'node:querystring'
import { isOwnerName, isRepoName } from '@repo/github'
import { getSearchParam } from '#components/list-query.ts'
import { MAX_COMPARED } from '#components/repo/paths.ts'

/** The repositories that a URL compares. */
export type CompareRequest = {
  /** Full names of repositories, without duplicates. */
  names: string[]
  /** Invalid names, and those over the limit. */
  skipped: string[]
}

const MAX_SKIPPED = 5
const MAX_SKIPPED_LENGTH = 100

/** Parses `?repos=a/b,c/d`. */
export function parseCompareRequest(query: ParsedUrlQuery): CompareRequest {
  const parts = (getSearchParam(query, 'repos') ?? '').split(/[,\s]+/).filter((name) => name !== '')
  const byLowerCase = new Map(parts.map((name) => [name.toLowerCase(), name]))
  const names = [...byLowerCase.values()]
  const compared = names.filter(isFullName).slice(0, MAX_COMPARED)
  const skipped = names.filter((name) => !compared.includes(name))
  return {
    names: compared,
    skipped: skipped.slice(0, MAX_SKIPPED).map((name) => name.slice(0, MAX_SKIPPED_LENGTH)),
  }
}

function isFullName(text: string): boolean {
  const [owner = '', name = '', ...rest] = text.split('/')
  return rest.length === 0 && isOwnerName(owner) && isRepoName(name)
}
