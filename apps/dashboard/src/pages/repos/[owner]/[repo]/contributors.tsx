import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { pageFrom } from '#components/list-query.ts'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { repoPath } from '#components/repo/paths.ts'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { allTime, lastYear } from '#features/contributors/people.ts'
import { PeoplePage, type PeoplePageProps } from '#features/contributors/people-page.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = PeoplePageProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params: { owner, repo }, query, res }) => {
    const page = pageFrom(query)
    const [facts, all, year] = await Promise.all([
      github.getRepo(owner, repo),
      panel(github.listContributors(owner, repo, { isOptional: false }), (list) =>
        allTime(list, page),
      ),
      panel(github.getContributorStats(owner, repo), lastYear),
    ])

    setCacheHeaders(res, publicPage)
    return { props: { repo: facts.data, age: ageOf(facts), all, year } satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function ContributorsPage({
  age,
  ...shown
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { fullName } = shown.repo
  return (
    <RepoLayout repo={shown.repo} age={age} current="contributors">
      <PageHead title={`Contributors · ${fullName}`} path={repoPath(fullName, 'contributors')} />
      <PeoplePage {...shown} />
    </RepoLayout>
  )
}
