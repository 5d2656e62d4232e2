import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { mapPanel } from '#components/panel/panel-data.ts'
import { repoPath } from '#components/repo/paths.ts'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { socialCard } from '#components/repo/social-card.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { fullStarChart } from '#features/stars/full-star-chart.ts'
import { StarsView, type StarsViewProps } from '#features/stars/stars-view.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = StarsViewProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params: { owner, repo }, res }) => {
    const [facts, history, releases] = await Promise.all([
      github.getRepo(owner, repo),
      panel(github.getFullStarHistory(owner, repo)),
      panel(github.listReleases(owner, repo, { page: 1, isOptional: true })),
    ])

    setCacheHeaders(res, publicPage)
    const marked = 'data' in releases ? releases.data.items : undefined
    const stars = mapPanel(history, (data) => fullStarChart(data, facts.data.stars, marked))
    return { props: { repo: facts.data, age: ageOf(facts), stars } satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function RepoStarsPage({
  age,
  ...props
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { fullName } = props.repo
  return (
    <RepoLayout repo={props.repo} age={age} panels={[props.stars]} current="stars">
      <PageHead
        title={`Stars · ${fullName}`}
        path={repoPath(fullName, 'stars')}
        image={socialCard(fullName)}
      />
      <StarsView {...props} />
    </RepoLayout>
  )
}
