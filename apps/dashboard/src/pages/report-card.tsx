import { Stack } from '@repo/ui/columns'
import { PageHead } from '#components/shell/page-head.tsx'
import { ReportLimitsView } from '#features/overview/report-limits-view.tsx'

const TITLE = 'How report cards judge'

export default function ReportCardPage() {
  return (
    <Stack gap="large">
      <PageHead
        title={TITLE}
        description="The limits by which a repository’s report card judges, and their sources."
        path="/report-card"
      />
      <h1>{TITLE}</h1>
      <ReportLimitsView />
    </Stack>
  )
}
