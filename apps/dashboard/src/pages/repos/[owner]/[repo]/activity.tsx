import { setCacheHeaders } from '@repo/cache-headers'
import { derive } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { repoPath } from '#components/repo/paths.ts'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { socialCard } from '#components/repo/social-card.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { codeCharts, commitCharts, sumParticipation } from '#features/activity/activity-charts.ts'
import { ActivityView, type ActivityViewProps } from '#features/activity/activity-view.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = ActivityViewProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params: { owner, repo }, res }) => {
    const [facts, commits, code, participation] = await Promise.all([
      github.getRepo(owner, repo),
      panel(github.getCommitActivity(owner, repo), (weeks) => derive(weeks, commitCharts)),
      panel(github.getCodeFrequency(owner, repo), (weeks) => derive(weeks, codeCharts)),
      panel(github.getParticipation(owner, repo), sumParticipation),
    ])

    setCacheHeaders(res, publicPage)
    const age = ageOf(facts)
    return { props: { repo: facts.data, age, commits, code, participation } satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function RepoActivityPage({
  age,
  ...props
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { fullName } = props.repo
  return (
    <RepoLayout
      repo={props.repo}
      age={age}
      panels={[props.commits, props.code, props.participation]}
      current="activity"
    >
      <PageHead
        title={`Activity · ${fullName}`}
        path={repoPath(fullName, 'activity')}
        image={socialCard(fullName)}
      />
      <ActivityView {...props} />
    </RepoLayout>
  )
}
