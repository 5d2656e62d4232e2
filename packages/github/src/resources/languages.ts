import { z } from 'zod'
import { entries, type List } from './fields.ts'
import { toListSnapshot } from './pagination.ts'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/** A language and its share of the code, from 0 to 1. */
export type Language = { name: string; share: number }

const schema = entries(z.int().nonnegative()).transform(toShares)

/** Gets the languages of a repository by bytes, largest first; partial without an unreadable one. */
export async function getLanguages(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<Language[]>> {
  const route = 'GET /repos/{owner}/{repo}/languages'
  const { snapshot } = await read({ route, params: { owner, repo }, schema, ttl: SLOW_TTL })
  return toListSnapshot(snapshot)
}

function toShares({ items: bytes, isComplete }: List<[string, number]>): List<Language> {
  const total = bytes.reduce((sum, [, value]) => sum + value, 0)
  const items = bytes
    .map(([name, value]) => ({ name, share: total === 0 ? 0 : value / total }))
    .toSorted((a, b) => b.share - a.share)
  return { items, isComplete }
}
