import { z } from 'zod'
import { weekStart } from './commit-activity.ts'
import { avatar, EMPTY_LIST, type List, list, orNull, text } from './fields.ts'
import { toListSnapshot } from './pagination.ts'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/**
 * A contributor's last 52 weeks, which may have no commits; lines are null if unknown, or if GitHub
 * computes none.
 */
export type ContributorYear = {
  login: string | null
  avatarUrl: string | null
  isBot: boolean
  commits: number
  added: number | null
  removed: number | null
  /** ISO 8601 time at which the week of the last commit begins, of all time; null if unknown. */
  lastWeek: string | null
}

const WEEKS_PER_YEAR = 52

// A week without a number counts as zero; a number that cannot be read is unknown.
const lines = z
  .int()
  .nonnegative()
  .nullish()
  .transform((value): number | null => value ?? 0)
  .catch(null)

const week = z.object({ a: lines, d: lines, c: lines })
type Week = z.output<typeof week>

const person = z
  .object({
    author: orNull(z.object({ login: text, avatar_url: avatar, type: text })),
    // Of a project that is decades old, most weeks are not needed.
    weeks: z
      .array(z.unknown())
      .transform((all) => ({ year: all.slice(-WEEKS_PER_YEAR), lastWeek: lastWeekOf(all) }))
      .pipe(z.object({ year: list(week), lastWeek: z.string().nullable() })),
  })
  .transform(({ author, weeks: { year, lastWeek } }) => {
    const { items, isComplete } = year
    const isKnown = (key: keyof Week) => items.every((week) => week[key] !== null)
    const sum = (key: keyof Week) => items.reduce((total, week) => total + (week[key] ?? 0), 0)
    return {
      isComplete: isComplete && isKnown('c'),
      contributor: {
        login: author?.login ?? null,
        avatarUrl: author?.avatar_url ?? null,
        isBot: author?.type === 'Bot',
        commits: sum('c'),
        added: isKnown('a') ? sum('a') : null,
        removed: isKnown('d') ? sum('d') : null,
        lastWeek,
      },
    }
  })

const schema = list(person).transform(sortByCommits)

// GitHub returns at most this many contributors, each with every week since the first commit.
const MAX_LISTED = 100
const MAX_BODY_BYTES = 20_000_000

/**
 * Gets the contributors with what they did in the past year, most commits first; partial if GitHub may
 * have omitted some, or if some could not be read.
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
    maxBodyBytes: MAX_BODY_BYTES,
    on204: EMPTY_LIST,
  })
  return toListSnapshot(snapshot)
}

const committedWeek = z.object({ w: weekStart })

/** The start of the last week with commits; null if there is none, or if it cannot be read. */
function lastWeekOf(weeks: readonly unknown[]): string | null {
  return committedWeek.safeParse(weeks.findLast(hasCommits)).data?.w ?? null
}

function hasCommits(week: unknown): boolean {
  return (
    typeof week === 'object' &&
    week !== null &&
    'c' in week &&
    typeof week.c === 'number' &&
    week.c > 0
  )
}

function sortByCommits({
  items,
  isComplete,
}: List<z.output<typeof person>>): List<ContributorYear> {
  const all = items.map(({ contributor }) => contributor)
  // GitHub returns zero lines for every week of a large repository.
  const hasLines = all.some(({ added, removed }) => (added ?? 0) + (removed ?? 0) > 0)
  const people = all
    .toSorted((a, b) => b.commits - a.commits)
    .map((contributor) => (hasLines ? contributor : { ...contributor, added: null, removed: null }))
  const isWhole = items.every((person) => person.isComplete) && items.length < MAX_LISTED
  return { items: people, isComplete: isComplete && isWhole }
}
