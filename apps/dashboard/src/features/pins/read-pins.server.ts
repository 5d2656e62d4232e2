import type { GitHub, RepoById, ToPanel, Week } from '@repo/github'
import { createSparklinePath } from '@repo/ui/sparkline-plot'
import { languageColor } from '#server/language-colors.ts'

/** The current details of a repository by its ID; null if it is not visible. */
export type Pin = { id: number; repo: PinnedRepo | null }

/** A repository, the color of its language, and its commits if they are known. */
export type PinnedRepo = NonNullable<RepoById['repo']> & {
  color?: string
  commits: CommitTrend | null
}

/** The commits of each full week of the past year as a sparkline, and those of the last 13 full weeks. */
export type CommitTrend = {
  path: string
  recent: number
  /** The difference from the previous 13 weeks. */
  change: number
}

/**
 * Reads repositories by ID: each takes a request, and a second one for its commits, which the overview
 * reads too.
 * @throws GitHubError if all fail.
 */
export async function readPins(
  { github, panel }: { github: GitHub; panel: ToPanel },
  ids: readonly number[],
): Promise<Pin[]> {
  const repos = await github.getReposById(ids)
  return Promise.all(
    repos.map(async ({ data: { id, repo } }) => {
      if (repo === null) return { id, repo }
      const [owner = '', name = ''] = repo.fullName.split('/')
      const weeks = await panel(github.getCommitActivity(owner, name))
      const color = repo.language === null ? undefined : languageColor(repo.language)
      const commits = 'data' in weeks ? trendOf(weeks.data) : null
      return { id, repo: { ...repo, ...(color !== undefined && { color }), commits } }
    }),
  )
}

const QUARTER_WEEKS = 13

/** Leaves out the last week, which is in progress; null for less than half a year. */
export function trendOf(weeks: readonly Week[]): CommitTrend | null {
  const values = weeks.slice(0, -1).map(({ commits }) => commits)
  if (values.length < 2 * QUARTER_WEEKS) return null
  const recent = sum(values.slice(-QUARTER_WEEKS))
  const before = sum(values.slice(-2 * QUARTER_WEEKS, -QUARTER_WEEKS))
  return { path: createSparklinePath(values), recent, change: recent - before }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
