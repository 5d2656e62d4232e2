import { setCacheHeaders } from '@repo/cache-headers'
import { isOwnerName } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import { FilterForm, TextFilter } from '@repo/ui/filter-form'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { single } from '#components/list-query.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { type FilledSection, Inbox } from '#features/inbox/inbox.tsx'
import { firstItems, inboxSections, queryAddress } from '#features/inbox/inbox-sections.ts'
import { MeLayout } from '#features/me/me-layout.tsx'
import { inboxPath } from '#features/me/me-paths.ts'
import { readEnv } from '#server/env.ts'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { owner: string; sections: FilledSection[] }

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, query, res }) => {
    const asked = (single(query, 'owner') ?? '').trim()
    const owner = isOwnerName(asked) ? asked : ''
    const sections = await Promise.all(
      inboxSections(owner || '@me', new Date()).map(async (section) => ({
        ...section,
        href: queryAddress(readEnv().githubUrl, section.query),
        found: await panel(github.searchIssues({ q: section.query, page: 1 }), firstItems),
      })),
    )

    setCacheHeaders(res, { scope: 'private' })
    return { props: { owner, sections } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function InboxPage({
  owner,
  sections,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <MeLayout title="Inbox" current="inbox">
      <PageHead title="Inbox" />
      <FilterForm action={inboxPath} label="Whose repositories">
        <TextFilter name="owner" label="Repositories of (empty: yours)" value={owner} />
      </FilterForm>
      <Inbox sections={sections} />
    </MeLayout>
  )
}
