import type { Panel, Repo } from '@repo/github'
import { BarChart } from '@repo/ui/bar-chart'
import { Columns, Stack } from '@repo/ui/columns'
import { Count } from '@repo/ui/count'
import { PanelMessage } from '@repo/ui/panel'
import { ShareBar } from '@repo/ui/share-bar'
import { CommitPanel } from '#components/charts/commit-panel.tsx'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { mapPanel } from '#components/panel/panel-data.ts'
import { PanelNote } from '#components/panel/panel-note.tsx'
import { usePolling } from '#components/panel/use-polling.ts'
import type { CodeCharts, CommitCharts, CommitTotals } from './activity-charts.ts'

/** The props of the activity view. */
export type ActivityViewProps = {
  repo: Repo
  commits: Panel<CommitCharts>
  code: Panel<CodeCharts | null>
  participation: Panel<CommitTotals>
}

/** The past year of a repository: commits by week, by weekday and by owner, and code frequency. */
export function ActivityView({ commits, code, participation }: ActivityViewProps) {
  usePolling([commits, code, participation].some(({ state }) => state === 'computing'))
  return (
    <Columns
      main={
        <>
          <CommitPanel commits={mapPanel(commits, ({ weeks }) => weeks)} />
          <CodePanel code={code} />
        </>
      }
      side={
        <>
          <WeekdayPanel commits={commits} />
          <ParticipationPanel participation={participation} />
        </>
      }
    />
  )
}

function CodePanel({ code }: { code: Panel<CodeCharts | null> }) {
  return (
    <DataPanel title="Code frequency" panel={code}>
      {(charts) =>
        charts === null ? (
          <PanelMessage>
            GitHub doesn&rsquo;t provide code frequency above 10,000 commits.
          </PanelMessage>
        ) : charts.added.total + charts.removed.total === 0 ? (
          <PanelMessage>No lines changed in the past year.</PanelMessage>
        ) : (
          <>
            <Stack>
              <div>
                <h3>Additions</h3>
                <BarChart label="Additions per week" plot={charts.added.plot} unit="lines" />
              </div>
              <div>
                <h3>Deletions</h3>
                <BarChart label="Deletions per week" plot={charts.removed.plot} unit="lines" />
              </div>
            </Stack>
            <PanelNote>
              <Count value={charts.added.total} /> additions ·{' '}
              <Count value={charts.removed.total} /> deletions in the past year · same scale
            </PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}

function WeekdayPanel({ commits }: { commits: Panel<CommitCharts> }) {
  return (
    <DataPanel title="Commits by weekday" panel={commits}>
      {({ weekdays, busiest }) =>
        busiest === null ? (
          <PanelMessage>No commits in the past year.</PanelMessage>
        ) : (
          <>
            <BarChart label="Commits by weekday" plot={weekdays} unit="commits" />
            <PanelNote>Busiest day: {busiest} (UTC)</PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}

function ParticipationPanel({ participation }: { participation: Panel<CommitTotals> }) {
  return (
    <DataPanel title="Commits by owner vs. others" panel={participation}>
      {({ all, owner }) =>
        all === 0 ? (
          <PanelMessage>No commits in the past year.</PanelMessage>
        ) : (
          <ShareBar
            label="Commits by owner vs. others"
            shares={[
              { name: 'Owner', share: owner / all },
              { name: 'Others', share: 1 - owner / all },
            ]
              .filter(({ share }) => share > 0)
              .toSorted((a, b) => b.share - a.share)}
          />
        )
      }
    </DataPanel>
  )
}
