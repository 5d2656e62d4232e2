import { setCacheHeaders } from '@repo/cache-headers'
import { isOwnerName } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import { FilterForm, TextFilter } from '@repo/ui/filter-form'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { getSearchParam } from '#components/list-query.ts'
import { SsoBanner } from '#components/panel/age-banners.tsx'
import { combineAges } from '#components/panel/combine-ages.ts'
import { PageAge } from '#components/panel/page-age.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Inbox, type InboxSectionResult } from '#features/inbox/inbox.tsx'
import {
  createInboxSections,
  findSsoOrganizations,
  searchUrl,
  toInboxItems,
} from '#features/inbox/inbox-sections.ts'
import { MeLayout } from '#features/me/me-layout.tsx'
import { connectionsUrl } from '#server/failure.ts'
import { readEnv } from '#server/process/env.ts'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { owner: string; sections: InboxSectionResult[]; ssoUrl: string }

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, query, res }) => {
    const name = (getSearchParam(query, 'owner') ?? '').trim()
    const owner = isOwnerName(name) ? name : ''
    const sections = await Promise.all(
      createInboxSections(owner || '@me', new Date()).map(async (section) => ({
        ...section,
        href: searchUrl(readEnv().githubUrl, section.query),
        items: await panel(github.searchIssues({ q: section.query, page: 1 }), toInboxItems),
      })),
    )

    setCacheHeaders(res, { scope: 'private' })
    return { props: { owner, sections, ssoUrl: connectionsUrl() } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function InboxPage({
  owner,
  sections,
  ssoUrl,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <MeLayout title="Inbox" current="inbox">
      <PageHead title="Inbox" />
      <FilterForm action="/me/inbox" label="Owner of the repositories" submitLabel="Show">
        <TextFilter name="owner" label="Owner (default: you)" value={owner} />
      </FilterForm>
      <PageAge
        age={combineAges(
          undefined,
          sections.map(({ items }) => items),
        )}
      >
        <SsoBanner organizations={findSsoOrganizations(sections)} url={ssoUrl} />
        <Inbox sections={sections} />
      </PageAge>
    </MeLayout>
  )
}
