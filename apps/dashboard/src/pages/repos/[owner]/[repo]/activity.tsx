import { setCacheHeaders } from '@repo/cache-headers'
import { derive } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { mapPanel } from '#components/panel/panel-data.ts'
import { repoPath } from '#components/repo/paths.ts'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { socialCard } from '#components/repo/social-card.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { codeChart, commitCharts, sumParticipation } from '#features/activity/activity-charts.ts'
import { ActivityView, type ActivityViewProps } from '#features/activity/activity-view.tsx'
import { parseRange, titleOfRange } from '#features/activity/range.ts'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = ActivityViewProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params: { owner, repo }, query, res }) => {
    const range = parseRange(query)
    const [facts, weeks, releases, code, participation] = await Promise.all([
      github.getRepo(owner, repo),
      panel(github.getCommitActivity(owner, repo)),
      panel(github.listReleases(owner, repo, { page: 1, isOptional: true })),
      panel(github.getCodeFrequency(owner, repo), (weeks) => derive(weeks, codeChart, range)),
      panel(github.getParticipation(owner, repo), (weeks) => sumParticipation(weeks, range)),
    ])

    setCacheHeaders(res, publicPage)
    const age = ageOf(facts)
    const marked = 'data' in releases ? releases.data.items : undefined
    const commits = mapPanel(weeks, (data) => derive(data, commitCharts, range, marked))
    return { props: { repo: facts.data, range, age, commits, code, participation } satisfies Props }
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
        title={`${titleOfRange(props.range)} · ${fullName}`}
        path={repoPath(fullName, 'activity')}
        image={socialCard(fullName)}
      />
      <ActivityView {...props} />
    </RepoLayout>
  )
}
