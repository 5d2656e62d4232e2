import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import type { Age } from '#components/panel/age.tsx'
import { repoPath } from '#components/repo/paths.ts'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { socialCard } from '#components/repo/social-card.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { readStars } from '#features/stars/read-stars.server.ts'
import { StarsView, type StarsViewProps } from '#features/stars/stars-view.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = StarsViewProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params, res }) => {
    const props = await readStars({ github, panel }, params)

    setCacheHeaders(res, publicPage)
    return { props: props satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function RepoStarsPage({
  age,
  ...props
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { fullName } = props.repo
  return (
    <RepoLayout repo={props.repo} age={age} panels={[props.stars]} current="overview">
      <PageHead
        title={`Stars · ${fullName}`}
        path={repoPath(fullName, 'stars')}
        image={socialCard(fullName)}
      />
      <StarsView {...props} />
    </RepoLayout>
  )
}
