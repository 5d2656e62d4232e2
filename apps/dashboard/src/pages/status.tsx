import { setCacheHeaders } from '@repo/cache-headers'
import type { Panel, Quota } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import { Columns, Stack } from '@repo/ui/columns'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { PageHead } from '#components/shell/page-head.tsx'
import { PageRuntimes } from '#features/status/page-runtimes.tsx'
import { type ListedPage, pageTable } from '#features/status/page-table.server.ts'
import { type Status, statusOfProcess } from '#features/status/process-status.server.ts'
import { ProcessStatus } from '#features/status/process-status.tsx'
import { Reachability } from '#features/status/reachability.tsx'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { quotas: Panel<Quota[] | null>; status: Status; pages: ListedPage[] }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, res }) => {
    const quotas = await panel(github.getRateLimit())

    // It is about this process at this moment: of no use to anybody later.
    setCacheHeaders(res, { scope: 'private' })
    return { props: { quotas, status: statusOfProcess(), pages: pageTable() } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function StatusPage({
  quotas,
  status,
  pages,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Stack gap="large">
      <PageHead title="Status" path="/status" />
      <h1>Status</h1>
      <Columns main={<ProcessStatus status={status} />} side={<Reachability quotas={quotas} />} />
      <PageRuntimes pages={pages} />
    </Stack>
  )
}
