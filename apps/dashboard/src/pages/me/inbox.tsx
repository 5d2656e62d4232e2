import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { SsoBanner } from '#components/panel/age-banners.tsx'
import { combineAges } from '#components/panel/combine-ages.ts'
import { PageAge } from '#components/panel/page-age.tsx'
import { findSsoOrganizations, type Inbox } from '#features/inbox/inbox.ts'
import { InboxView } from '#features/inbox/inbox-view.tsx'
import { readInbox } from '#features/inbox/read-inbox.server.ts'
import { MeLayout } from '#features/me/me-layout.tsx'
import { connectionsUrl } from '#server/failure.ts'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { inbox: Inbox; ssoUrl: string }

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, query, res }) => {
    const inbox = await readInbox({ github, panel }, query, new Date())

    setCacheHeaders(res, { scope: 'private' })
    return { props: { inbox, ssoUrl: connectionsUrl() } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function InboxPage({
  inbox,
  ssoUrl,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { sections } = inbox
  return (
    <MeLayout title="Inbox" current="inbox">
      <PageAge
        age={combineAges(
          undefined,
          sections.map(({ items }) => items),
        )}
      >
        <SsoBanner organizations={findSsoOrganizations(sections)} url={ssoUrl} />
        <InboxView inbox={inbox} />
      </PageAge>
    </MeLayout>
  )
}
