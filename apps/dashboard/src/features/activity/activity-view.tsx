import type { Panel, Repo } from '@repo/github'
import { BarChart } from '@repo/ui/bar-chart'
import { Columns, Stack } from '@repo/ui/columns'
import { Count } from '@repo/ui/count'
import { Heatmap } from '@repo/ui/heatmap'
import { MirrorChart } from '@repo/ui/mirror-chart'
import { PanelMessage } from '@repo/ui/panel'
import { ShareBar } from '@repo/ui/share-bar'
import type { ReactNode } from 'react'
import { ChartLinks } from '#components/charts/chart-links.tsx'
import type { ChartName } from '#components/charts/chart-names.ts'
import { CommitPanel } from '#components/charts/commit-panel.tsx'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { mapPanel } from '#components/panel/panel-data.ts'
import { PanelNote, PanelTotal } from '#components/panel/panel-note.tsx'
import { tabPath } from '#components/repo/paths.ts'
import type { CodeChart, CommitCharts, CommitTotals } from './activity-charts.ts'
import { periodOfYear, type Range, rangeQuery, ranges } from './range.ts'
import { RangeLinks } from './range-links.tsx'

/** The props of the activity view. */
export type ActivityViewProps = {
  repo: Repo
  range: Range
  commits: Panel<CommitCharts>
  code: Panel<CodeChart | null>
  participation: Panel<CommitTotals>
}

/** The activity of a repository: commits by week, day, weekday and owner, and code frequency. */
export function ActivityView({ repo, range, commits, code, participation }: ActivityViewProps) {
  const period = periodOfYear(range)
  const linksTo = (name: ChartName) => (
    <ChartLinks repo={repo} name={name} query={rangeQuery(range)} />
  )
  return (
    <Stack>
      <RangeLinks path={tabPath(repo, 'activity')} current={range} />
      {range === 'all' && (
        <PanelNote>
          GitHub provides commits for the past year only, and changed lines for the whole history.
        </PanelNote>
      )}
      {/* Renders the texts of another range as new elements, which also works in a translated page. */}
      <Columns
        key={range}
        main={
          <>
            <CommitPanel
              commits={mapPanel(commits, ({ weeks }) => weeks)}
              period={period}
              repo={repo}
              query={rangeQuery(range)}
            />
            <DayPanel {...{ commits, period, linksTo }} />
          </>
        }
        side={
          <>
            <WeekdayPanel {...{ commits, period, linksTo }} />
            <ParticipationPanel participation={participation} period={period} />
          </>
        }
      />
      <CodePanel key={`code ${range}`} {...{ code, range, linksTo }} />
    </Stack>
  )
}

/** The links of a chart. */
type LinksTo = (name: ChartName) => ReactNode

type CommitsProps = { commits: Panel<CommitCharts>; period: string; linksTo: LinksTo }

function DayPanel({ commits, period, linksTo }: CommitsProps) {
  return (
    <DataPanel title="Commits per day" panel={commits}>
      {({ days }) =>
        days.top === 0 ? (
          <PanelMessage>No commits {period}.</PanelMessage>
        ) : (
          <>
            <Heatmap
              label="Commits per day"
              plot={days}
              unit="commits"
              actions={linksTo('commits-per-day')}
            />
            <PanelNote>
              The stronger the color, the more commits · at most <Count value={days.top} /> in a day
              · UTC
            </PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}

type CodePanelProps = { code: Panel<CodeChart | null>; range: Range; linksTo: LinksTo }

function CodePanel({ code, range, linksTo }: CodePanelProps) {
  const { period } = ranges[range]
  return (
    <DataPanel title="Code frequency" panel={code}>
      {(chart) =>
        chart === null ? (
          <PanelMessage>
            GitHub doesn&rsquo;t provide code frequency above 10,000 commits.
          </PanelMessage>
        ) : chart.added + chart.removed === 0 ? (
          <PanelMessage>No lines changed {period}.</PanelMessage>
        ) : (
          <>
            <PanelTotal>
              <Count value={chart.added} /> additions · <Count value={chart.removed} /> deletions{' '}
              {period}
            </PanelTotal>
            <MirrorChart
              label={`Additions and deletions per ${range === 'all' ? 'month' : 'week'}`}
              plot={chart.plot}
              units={['additions', 'deletions']}
              actions={linksTo('code-frequency')}
            />
            <PanelNote>Additions above the axis, deletions below, on one scale</PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}

function WeekdayPanel({ commits, period, linksTo }: CommitsProps) {
  return (
    <DataPanel title="Commits by weekday" panel={commits}>
      {({ weekdays, busiest }) =>
        busiest === null ? (
          <PanelMessage>No commits {period}.</PanelMessage>
        ) : (
          <>
            <BarChart
              label="Commits by weekday"
              plot={weekdays}
              unit="commits"
              actions={linksTo('commits-by-weekday')}
            />
            <PanelNote>Busiest day: {busiest} (UTC)</PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}

type ParticipationPanelProps = { participation: Panel<CommitTotals>; period: string }

function ParticipationPanel({ participation, period }: ParticipationPanelProps) {
  return (
    <DataPanel title="Commits by owner vs. others" panel={participation}>
      {({ all, owner }) =>
        all === 0 ? (
          <PanelMessage>No commits {period}.</PanelMessage>
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
