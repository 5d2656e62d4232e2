import type { Panel, Repo } from '@repo/github'
import { Banner } from '@repo/ui/banner'
import { BarChart } from '@repo/ui/bar-chart'
import { Stack } from '@repo/ui/columns'
import { Count } from '@repo/ui/count'
import { PanelMessage } from '@repo/ui/panel'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ChartLinks } from '#components/charts/chart-links.tsx'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { mapPanel } from '#components/panel/panel-data.ts'
import { PanelNote } from '#components/panel/panel-note.tsx'
import { tabPath } from '#components/repo/paths.ts'
import type { AgeChart, Distribution, IssueCharts } from './issue-charts.ts'
import { type IssueListRequest, issueSections } from './issue-list-request.ts'

/** The props of the statistics view. */
export type IssueStatisticsProps = {
  repo: Repo
  kind: IssueListRequest['kind']
  charts: Panel<IssueCharts>
  ages: Panel<AgeChart | null>
}

const texts = {
  issue: {
    item: 'issue',
    items: 'issues',
    closed: 'Closed',
    resolved: 'closed',
    resolution: 'Time to close',
  },
  pull: {
    item: 'pull request',
    items: 'pull requests',
    closed: 'Merged or closed',
    resolved: 'merged',
    resolution: 'Time to merge',
  },
}
type Texts = (typeof texts)[keyof typeof texts]

type Chart = 'opened' | 'closed' | 'first-response' | 'resolution' | 'age'

/** Charts of a repository's issues or pull requests, each with the sample that it is based on. */
export function IssueStatistics({ repo, kind, charts, ages }: IssueStatisticsProps) {
  const { items, resolved, resolution } = texts[kind]
  const linksTo = (chart: Chart) => <ChartLinks repo={repo} name={`${kind}s-${chart}`} />
  if (kind === 'issue' && repo.issuesDisabled) {
    return (
      <Banner tone="info" title="Issues are disabled">
        The owner disabled issues for this repository.
      </Banner>
    )
  }
  return (
    <>
      <p>
        <Link href={tabPath(repo, issueSections[kind])}>Back to the list of {items}</Link>
      </p>
      <WeekPanel texts={texts[kind]} charts={charts} linksTo={linksTo} />
      <DistributionPanel
        title="Time to first response"
        texts={texts[kind]}
        distribution={mapPanel(charts, ({ firstResponse }) => firstResponse)}
        state="answered"
        links={linksTo('first-response')}
        note="Items opened by bots, or before the oldest known comment, are left out."
      />
      <DistributionPanel
        title={resolution}
        texts={texts[kind]}
        distribution={mapPanel(charts, (all) => all.resolution)}
        state={resolved}
        links={linksTo('resolution')}
        note="Items opened by bots are left out, and slower items may still be open."
      />
      <AgePanel texts={texts[kind]} ages={ages} links={linksTo('age')} />
    </>
  )
}

type WeekPanelProps = {
  texts: Texts
  charts: Panel<IssueCharts>
  linksTo: (chart: Chart) => ReactNode
}

function WeekPanel({ texts: { items, closed }, charts, linksTo }: WeekPanelProps) {
  return (
    <DataPanel title="Opened and closed per week" panel={charts}>
      {({ weeks }) =>
        weeks === null ? (
          <PanelMessage>No recent {items}.</PanelMessage>
        ) : (
          <>
            <Stack>
              <div>
                <h3>Opened</h3>
                <BarChart
                  label="Opened per week"
                  plot={weeks.opened}
                  unit={items}
                  actions={linksTo('opened')}
                />
              </div>
              <div>
                <h3>{closed}</h3>
                <BarChart
                  label={`${closed} per week`}
                  plot={weeks.closed}
                  unit={items}
                  actions={linksTo('closed')}
                />
              </div>
            </Stack>
            <PanelNote>
              <Count value={weeks.openedTotal} /> opened · <Count value={weeks.closedTotal} />{' '}
              closed · same scale. Based on the {items} among the 100 newest issues and pull
              requests: older {items} closed in these weeks are not counted, and the first and the
              last week may be incomplete.
            </PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}

type DistributionPanelProps = {
  title: string
  texts: Texts
  distribution: Panel<Distribution | null>
  /** The state of the counted items, such as `merged`. */
  state: string
  links: ReactNode
  /** What the sample lacks. */
  note: string
}

function DistributionPanel(props: DistributionPanelProps) {
  const { title, distribution, state, links, note } = props
  const { item, items } = props.texts
  return (
    <DataPanel title={title} panel={distribution}>
      {(data) =>
        data === null ? (
          <PanelMessage>Not enough data on recent {items}.</PanelMessage>
        ) : (
          <>
            <BarChart label={title} plot={data.plot} unit={items} actions={links} />
            <PanelNote>
              <Count value={data.total} /> {state} {data.total === 1 ? item : items} among the 100
              newest issues and pull requests. {note}
            </PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}

type AgePanelProps = { texts: Texts; ages: Panel<AgeChart | null>; links: ReactNode }

function AgePanel({ texts: { item, items }, ages, links }: AgePanelProps) {
  return (
    <DataPanel title={`Age of open ${items}`} panel={ages}>
      {(data) =>
        data === null ? (
          <PanelMessage>No open {items}.</PanelMessage>
        ) : (
          <>
            <BarChart
              label={`Age of open ${items}`}
              plot={data.plot}
              unit={items}
              actions={links}
            />
            <PanelNote>{describeAgeSample(data, data.total === 1 ? item : items)}</PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}

function describeAgeSample({ total, openTotal }: AgeChart, items: string): string {
  if (openTotal === total) return `${total === 1 ? 'The only' : `All ${total}`} open ${items}.`
  const all = openTotal === null ? '' : ` of ${openTotal.toLocaleString('en')}`
  return `Only the ${total} oldest${all} open ${items}.`
}
