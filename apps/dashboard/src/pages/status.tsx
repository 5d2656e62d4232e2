import { setCacheHeaders } from '@repo/cache-headers'
import type { Panel, Quota } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import { Columns, Stack } from '@repo/ui/columns'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { combineAges } from '#components/panel/combine-ages.ts'
import { PageAge } from '#components/panel/page-age.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { PageRuntimes } from '#features/status/page-runtimes.tsx'
import { type ListedPage, readPageTable } from '#features/status/page-table.server.ts'
import { getProcessStatus, type ProcessState } from '#features/status/process-status.server.ts'
import { ProcessStatus } from '#features/status/process-status.tsx'
import { RateLimits } from '#features/status/rate-limits.tsx'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { quotas: Panel<Quota[] | null>; status: ProcessState; pages: ListedPage[] }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, res }) => {
    const quotas = await panel(github.getRateLimit())

    // Not cached, because it describes the current state of one process.
    setCacheHeaders(res, { scope: 'private' })
    return { props: { quotas, status: getProcessStatus(), pages: readPageTable() } satisfies Props }
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
      <PageAge age={combineAges(undefined, [quotas])}>
        <Columns main={<ProcessStatus status={status} />} side={<RateLimits quotas={quotas} />} />
        <PageRuntimes pages={pages} />
      </PageAge>
    </Stack>
  )
}
