import type { Panel } from '@repo/github'
import { BarChart } from '@repo/ui/bar-chart'
import { Count } from '@repo/ui/count'
import { PanelMessage } from '@repo/ui/panel'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { PanelNote, PanelTotal } from '#components/panel/panel-note.tsx'
import type { LinkedRepo } from '#components/repo/paths.ts'
import { ChartLinks } from './chart-links.tsx'
import type { CommitChart } from './commit-chart.ts'

type CommitPanelProps = {
  commits: Panel<CommitChart>
  repo: LinkedRepo
  /** The range in the URL of the files. */
  query?: string | undefined
  /** The period of the weeks. */
  period?: string
}

/** Commits per week, of the past year by default. */
export function CommitPanel({
  commits,
  repo,
  query,
  period = 'in the past year',
}: CommitPanelProps) {
  return (
    <DataPanel title="Commits per week" panel={commits}>
      {({ plot, total, median }) =>
        total === 0 ? (
          <PanelMessage>No commits {period}.</PanelMessage>
        ) : (
          <>
            <PanelTotal>
              <Count value={total} /> commits {period}
            </PanelTotal>
            <BarChart
              label="Commits per week"
              plot={plot}
              unit="commits"
              actions={<ChartLinks repo={repo} name="commits" query={query} />}
            />
            <PanelNote>
              Median {median} per week · current week in progress
              {plot.events && <span> · marks: the latest releases</span>}
            </PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}
