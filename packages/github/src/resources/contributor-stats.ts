import { z } from 'zod'
import { avatar, text } from './fields.ts'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/** A contributor's last 52 weeks; lines are null if GitHub computes none. */
export type ContributorYear = {
  login: string | null
  avatarUrl: string | null
  isBot: boolean
  commits: number
  added: number | null
  removed: number | null
}

const WEEKS_PER_YEAR = 52

const lines = z.int().nonnegative()
const person = z
  .object({
    author: z.object({ login: text, avatar_url: avatar, type: text }).nullish(),
    weeks: z.array(z.object({ a: lines, d: lines, c: lines })),
  })
  .transform(({ author, weeks }) => {
    const year = weeks.slice(-WEEKS_PER_YEAR)
    const sum = (key: 'a' | 'd' | 'c') => year.reduce((total, week) => total + week[key], 0)
    return {
      login: author?.login ?? null,
      avatarUrl: author?.avatar_url ?? null,
      isBot: author?.type === 'Bot',
      commits: sum('c'),
      added: sum('a'),
      removed: sum('d'),
    }
  })

const schema = z.array(person).transform(sortByCommits)

// GitHub returns at most this many contributors.
const MAX_LISTED = 100

/**
 * Gets the contributors of the past year, most commits first; partial if GitHub may have omitted some.
 * @throws GitHubError of kind `computing` while GitHub computes the statistics.
 */
export async function getContributorStats(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<ContributorYear[]>> {
  const { snapshot } = await read({
    route: 'GET /repos/{owner}/{repo}/stats/contributors',
    params: { owner, repo },
    schema,
    isOptional: true,
    ttl: SLOW_TTL,
    on204: { people: [], listed: 0 },
  })
  const { people, listed } = snapshot.data
  return { ...snapshot, data: people, ...(listed >= MAX_LISTED && { partial: true }) }
}

function sortByCommits(all: readonly z.output<typeof person>[]): {
  people: ContributorYear[]
  listed: number
} {
  // GitHub returns zero lines for every week of a large repository.
  const hasLines = all.some(({ added, removed }) => added + removed > 0)
  const people = all
    .filter(({ commits }) => commits > 0)
    .toSorted((a, b) => b.commits - a.commits)
    .map((contributor) => (hasLines ? contributor : { ...contributor, added: null, removed: null }))
  return { people, listed: all.length }
}
