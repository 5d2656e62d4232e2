import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import type { Age } from '#components/panel/age.tsx'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { MeLayout } from '#features/me/me-layout.tsx'
import { readStars } from '#features/stars/read-stars.server.ts'
import { StarsView, type StarsViewProps } from '#features/stars/stars-view.tsx'
import { redirectToPublicPage } from '#server/page-result.ts'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = StarsViewProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, params, res }) => {
    const props = await readStars({ github, panel }, params)
    if (!props.repo.visibility) return redirectToPublicPage(context)

    setCacheHeaders(res, { scope: 'private' })
    return { props: props satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function ViewerStarsPage({
  age,
  ...props
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { fullName } = props.repo
  return (
    <MeLayout>
      <RepoLayout repo={props.repo} age={age} panels={[props.stars]} current="overview">
        <PageHead title={`Stars · ${fullName}`} />
        <StarsView {...props} />
      </RepoLayout>
    </MeLayout>
  )
}
