import type { Panel } from '@repo/github'
import { BarChart } from '@repo/ui/bar-chart'
import { Count } from '@repo/ui/count'
import { PanelMessage } from '@repo/ui/panel'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { PanelNote } from '#components/panel/panel-note.tsx'
import type { CommitChart } from './commit-chart.ts'

/** Commits per week of the last year. */
export function CommitPanel({ commits }: { commits: Panel<CommitChart> }) {
  return (
    <DataPanel title="Commits per week" panel={commits}>
      {({ plot, total, median }) =>
        total === 0 ? (
          <PanelMessage>No commits in the past year.</PanelMessage>
        ) : (
          <>
            <BarChart label="Commits per week" plot={plot} unit="commits" />
            <PanelNote>
              <Count value={total} /> commits in the past year · median {median} per week · current
              week in progress
            </PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}
