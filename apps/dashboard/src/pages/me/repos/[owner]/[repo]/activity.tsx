import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import type { Age } from '#components/panel/age.tsx'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { ActivityView, type ActivityViewProps } from '#features/activity/activity-view.tsx'
import { titleOfRange } from '#features/activity/range.ts'
import { readActivity } from '#features/activity/read-activity.server.ts'
import { MeLayout } from '#features/me/me-layout.tsx'
import { redirectToPublicPage } from '#server/page-result.ts'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = ActivityViewProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, params, query, res }) => {
    const props = await readActivity({ github, panel }, params, query)
    if (!props.repo.visibility) return redirectToPublicPage(context)

    setCacheHeaders(res, { scope: 'private' })
    return { props: props satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function ViewerActivityPage({
  age,
  ...props
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { fullName } = props.repo
  return (
    <MeLayout>
      <RepoLayout
        repo={props.repo}
        age={age}
        panels={[props.commits, props.code, props.participation]}
        current="activity"
      >
        <PageHead title={`${titleOfRange(props.range)} · ${fullName}`} />
        <ActivityView {...props} />
      </RepoLayout>
    </MeLayout>
  )
}
