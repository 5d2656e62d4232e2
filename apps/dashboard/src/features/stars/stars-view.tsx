import type { Panel, Repo } from '@repo/github'
import { Stack } from '@repo/ui/columns'
import { Count } from '@repo/ui/count'
import { LineChart } from '@repo/ui/line-chart'
import { PanelMessage } from '@repo/ui/panel'
import Link from 'next/link'
import { ChartLinks } from '#components/charts/chart-links.tsx'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { PanelNote, PanelTotal } from '#components/panel/panel-note.tsx'
import { tabPath } from '#components/repo/paths.ts'
import type { FullStarChart } from './full-star-chart.ts'

/** The props of the page of all stars. */
export type StarsViewProps = { repo: Repo; stars: Panel<FullStarChart> }

/** The stars of a repository since it exists. */
export function StarsView({ repo, stars }: StarsViewProps) {
  return (
    <Stack>
      <DataPanel title="Stars of all time" panel={stars}>
        {(chart) =>
          chart.plot.values.length === 0 ? (
            <PanelMessage>No stars yet.</PanelMessage>
          ) : (
            <>
              <PanelTotal>
                <Count value={chart.total} /> stars in total
              </PanelTotal>
              <LineChart
                label="Stars of all time"
                plot={chart.plot}
                unit="stars"
                actions={<ChartLinks repo={repo} name="stars-all-time" />}
              />
              <PanelNote>
                Removed stars are not counted
                {chart.plot.events && <span> · marks: the latest releases</span>}
                {chart.isEstimated && <span> · weeks between the samples are estimated</span>}
              </PanelNote>
              <PanelNote>
                Cost: {chart.requests} {chart.requests === 1 ? 'request' : 'requests'} to GitHub, of
                at most 20. The history has stars per week, so GitHub&rsquo;s limit of 400 pages, or
                40,000 stargazers, does not apply.
              </PanelNote>
            </>
          )
        }
      </DataPanel>
      <p>
        <Link href={tabPath(repo)}>Back to the overview</Link>
      </p>
    </Stack>
  )
}
