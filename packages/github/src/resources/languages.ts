import { z } from 'zod'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/** A language and its share of the code, from 0 to 1. */
export type Language = { name: string; share: number }

const bytesByName = z.record(z.string(), z.int().nonnegative())

// Validated as a whole: an issue inside the record would put GitHub's key into the error.
const schema = z
  .custom<z.output<typeof bytesByName>>((body) => bytesByName.safeParse(body).success)
  .transform(toShares)

/** Gets the languages of a repository by bytes, largest first. */
export async function getLanguages(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<Language[]>> {
  const route = 'GET /repos/{owner}/{repo}/languages'
  const { snapshot } = await read({ route, params: { owner, repo }, schema, ttl: SLOW_TTL })
  return snapshot
}

function toShares(bytes: Record<string, number>): Language[] {
  const total = Object.values(bytes).reduce((sum, value) => sum + value, 0)
  return Object.entries(bytes)
    .map(([name, value]) => ({ name, share: total === 0 ? 0 : value / total }))
    .toSorted((a, b) => b.share - a.share)
}
