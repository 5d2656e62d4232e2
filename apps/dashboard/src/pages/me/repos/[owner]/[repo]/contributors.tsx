import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { formatListTitle } from '#components/list-query.ts'
import type { Age } from '#components/panel/age.tsx'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import {
  ContributorsView,
  type ContributorsViewProps,
} from '#features/contributors/contributors-view.tsx'
import { readContributors } from '#features/contributors/read-contributors.server.ts'
import { MeLayout } from '#features/me/me-layout.tsx'
import { redirectToPublicPage } from '#server/page-result.ts'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = ContributorsViewProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, params, query, res }) => {
    const props = await readContributors({ github, panel }, params, query)
    if (!props.repo.visibility) return redirectToPublicPage(context)

    setCacheHeaders(res, { scope: 'private' })
    return { props: props satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function ViewerContributorsPage({
  age,
  ...props
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { repo, allTime } = props
  const { fullName } = repo
  const title = formatListTitle('Contributors', 'data' in allTime ? allTime.data.page : undefined)
  return (
    <MeLayout>
      <RepoLayout repo={repo} age={age} panels={[allTime, props.lastYear]} current="contributors">
        <PageHead title={`${title} · ${fullName}`} />
        <ContributorsView {...props} />
      </RepoLayout>
    </MeLayout>
  )
}
