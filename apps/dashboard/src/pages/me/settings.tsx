import { setCacheHeaders } from '@repo/cache-headers'
import type { TokenGrant } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import { Columns } from '@repo/ui/columns'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { PageAge } from '#components/panel/page-age.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { MeLayout } from '#features/me/me-layout.tsx'
import { SessionPanel } from '#features/settings/session-panel.tsx'
import { TokenPanel } from '#features/settings/token-panel.tsx'
import type { ViewerAccess } from '#server/access/viewer-access.ts'
import { readEnv } from '#server/process/env.ts'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { access: ViewerAccess; grant: TokenGrant | null; age: Age; githubUrl: string }

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, access, res }) => {
    const viewer = await github.getViewer()

    setCacheHeaders(res, { scope: 'private' })
    const { githubUrl } = readEnv()
    const grant = viewer.token ?? null
    return { props: { access, grant, age: ageOf(viewer), githubUrl } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function SettingsPage({
  access,
  grant,
  age,
  githubUrl,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { tokenType, session = null } = access
  return (
    <MeLayout title="Settings" current="settings">
      <PageHead title="Settings" />
      <PageAge age={age}>
        <Columns
          main={<TokenPanel tokenType={tokenType} grant={grant} githubUrl={githubUrl} />}
          side={<SessionPanel session={session} />}
        />
      </PageAge>
    </MeLayout>
  )
}
