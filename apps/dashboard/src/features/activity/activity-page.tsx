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
import type { CodeCharts, CommitCharts, Share } from './activity-charts.ts'

/** What the page of activity shows. */
export type ActivityPageProps = {
  repo: Repo
  commits: Panel<CommitCharts>
  code: Panel<CodeCharts | null>
  share: Panel<Share>
}

/** What happened in a repository in the last year: weeks, weekdays, lines, and whose work it was. */
export function ActivityPage({ commits, code, share }: ActivityPageProps) {
  usePolling([commits, code, share].some(({ state }) => state === 'computing'))
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
          <SharePanel share={share} />
        </>
      }
    />
  )
}

function CodePanel({ code }: { code: Panel<CodeCharts | null> }) {
  return (
    <DataPanel title="Lines per week" panel={code}>
      {(charts) =>
        charts === null ? (
          <PanelMessage>
            GitHub counts no lines in a repository of ten thousand commits or more.
          </PanelMessage>
        ) : charts.added.total + charts.removed.total === 0 ? (
          <PanelMessage>No line was changed in the last year.</PanelMessage>
        ) : (
          <>
            <Stack>
              <div>
                <h3>Added</h3>
                <BarChart label="Lines added per week" plot={charts.added.plot} unit="lines" />
              </div>
              <div>
                <h3>Removed</h3>
                <BarChart label="Lines removed per week" plot={charts.removed.plot} unit="lines" />
              </div>
            </Stack>
            <PanelNote>
              <Count value={charts.added.total} /> lines added and{' '}
              <Count value={charts.removed.total} /> removed in a year · both charts have one scale
            </PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}

function WeekdayPanel({ commits }: { commits: Panel<CommitCharts> }) {
  return (
    <DataPanel title="Days of the week" panel={commits}>
      {({ weekdays, busiest }) =>
        busiest === null ? (
          <PanelMessage>No commits in the last year.</PanelMessage>
        ) : (
          <>
            <BarChart label="Commits per day of the week" plot={weekdays} unit="commits" />
            <PanelNote>Most on a {busiest}, by the calendar of UTC</PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}

function SharePanel({ share }: { share: Panel<Share> }) {
  return (
    <DataPanel title="Whose commits" panel={share}>
      {({ all, owner }) =>
        all === 0 ? (
          <PanelMessage>No commits in the last year.</PanelMessage>
        ) : (
          <ShareBar
            label="Commits of the owner and of others"
            shares={[
              { name: 'The owner', share: owner / all },
              { name: 'Others', share: 1 - owner / all },
            ]
              .filter((one) => one.share > 0)
              .toSorted((a, b) => b.share - a.share)}
          />
        )
      }
    </DataPanel>
  )
}
