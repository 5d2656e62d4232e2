import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import type { UnreadRepo } from '#components/repo/unread-repo.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { CompareForm } from '#features/compare/compare-form.tsx'
import {
  type CompareRequest,
  canonicalComparePath,
  parseCompareRequest,
} from '#features/compare/compare-request.ts'
import { type CompareView, parseCompareView } from '#features/compare/compare-view.ts'
import { type Column, compareTitle, createColumns } from '#features/compare/compared.ts'
import { type ComparedLines, createLines } from '#features/compare/compared-lines.ts'
import { Comparison } from '#features/compare/comparison.tsx'
import { type FoundRepos, findRepos } from '#features/compare/find-repos.server.ts'
import { readCompared } from '#features/compare/read-compared.server.ts'
import { MeLayout } from '#features/me/me-layout.tsx'
import { readEnv } from '#server/process/env.ts'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = {
  request: CompareRequest
  view: CompareView
  found: FoundRepos | null
  columns: (Column | UnreadRepo)[]
  lines: ComparedLines
}

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, query, res }) => {
    const request = parseCompareRequest(query, readEnv().githubWebsites)
    const view = { ...parseCompareView(query), isPersonal: true as const }
    const destination = canonicalComparePath(query, request, view)
    if (destination) return { redirect: { destination, permanent: false } }

    const [results, found] = await Promise.all([
      readCompared({ github, panel }, request.names),
      findRepos({ github, panel }, request),
    ])
    const columns = createColumns(results, request.repeated)
    const lines = createLines(results, view)

    setCacheHeaders(res, { scope: 'private' })
    return { props: { request, view, found, columns, lines } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function ViewerComparePage({
  request,
  view,
  found,
  columns,
  lines,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { names } = request
  const title = compareTitle(columns)
  return (
    <MeLayout title="Compare repositories">
      <PageHead title={title} />
      <CompareForm request={request} view={view} found={found} />
      {columns.length > 0 && (
        <Comparison key={names.join()} names={names} view={view} columns={columns} lines={lines} />
      )}
    </MeLayout>
  )
}
