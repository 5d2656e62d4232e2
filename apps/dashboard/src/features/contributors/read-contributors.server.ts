import type { ParsedUrlQuery } from 'node:querystring'
import { derive, type GitHub, type ToPanel } from '@repo/github'
import { parsePage } from '#components/list-query.ts'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { paginateContributors, summarizeLastYear } from './contributor-lists.ts'
import type { ContributorsViewProps } from './contributors-view.tsx'

/** Reads the contributors of the past year and of all time, with the credentials of `github`. */
export async function readContributors(
  { github, panel }: { github: GitHub; panel: ToPanel },
  { owner, repo }: { owner: string; repo: string },
  query: ParsedUrlQuery,
): Promise<ContributorsViewProps & { age: Age }> {
  const page = parsePage(query)
  const [facts, allTime, lastYear] = await Promise.all([
    github.getRepo(owner, repo),
    panel(github.listContributors(owner, repo, { isOptional: false }), (contributors) =>
      derive(contributors, paginateContributors, page),
    ),
    panel(github.getContributorStats(owner, repo), (active) => derive(active, summarizeLastYear)),
  ])
  return { repo: facts.data, age: ageOf(facts), allTime, lastYear }
}
