import type { Panel } from '@repo/github'
import { Count } from '@repo/ui/count'
import { LineChart } from '@repo/ui/line-chart'
import { PanelMessage } from '@repo/ui/panel'
import Link from 'next/link'
import { ChartLinks } from '#components/charts/chart-links.tsx'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { PanelNote, PanelTotal } from '#components/panel/panel-note.tsx'
import { type LinkedRepo, tabPath } from '#components/repo/paths.ts'
import type { StarChart } from './star-chart.ts'

type StarPanelProps = { stars: Panel<StarChart>; repo: LinkedRepo }

/** The star history of the past year: stars at the end of each week, without removed ones. */
export function StarPanel({ stars, repo }: StarPanelProps) {
  return (
    <DataPanel title="Star history" panel={stars}>
      {({ plot, recent, total }) =>
        plot.values.length === 0 ? (
          <PanelMessage>No stars yet.</PanelMessage>
        ) : (
          <>
            <PanelTotal>
              +<Count value={total} /> stars in the past year
            </PanelTotal>
            <LineChart
              label="Star history"
              plot={plot}
              unit="stars"
              actions={<ChartLinks repo={repo} name="stars" />}
            />
            <PanelNote>
              +<Count value={recent} /> in the past 4 weeks · removed stars are not counted
              <span>
                {' '}
                · <Link href={tabPath(repo, 'stars')}>Stars of all time</Link>
              </span>
            </PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}
