import { z } from 'zod'
import { type Dated, type Read, slowly } from '../reader.ts'

/** Commits of each of the last 52 weeks, oldest first: of everybody, and of the owner alone. */
export type Participation = z.output<typeof shape>

const weeks = z.array(z.int().nonnegative())
const shape = z.object({ all: weeks, owner: weeks })

/** Whose commits those of the last year are. */
export async function participation(
  read: Read,
  owner: string,
  repo: string,
): Promise<Dated<Participation>> {
  const { dated } = await read({
    route: 'GET /repos/{owner}/{repo}/stats/participation',
    params: { owner, repo },
    shape,
    optional: true,
    keep: slowly,
    whenEmpty: { all: [], owner: [] },
  })
  return dated
}
