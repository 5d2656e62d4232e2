import type { Panel } from '@repo/github'
import { Count } from '@repo/ui/count'
import { LineChart } from '@repo/ui/line-chart'
import { PanelMessage } from '@repo/ui/panel'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { PanelNote } from '#components/panel/panel-note.tsx'
import type { StarChart } from './star-chart.ts'

/** Retained stars at the end of each week of the last year. */
export function StarPanel({ stars }: { stars: Panel<StarChart> }) {
  return (
    <DataPanel title="Retained stars" panel={stars}>
      {({ plot, recent, total }) =>
        plot.points.length === 0 ? (
          <PanelMessage>No star yet.</PanelMessage>
        ) : (
          <>
            <LineChart label="Retained stars" plot={plot} unit="stars" />
            <PanelNote>
              <Count value={total} /> in a year · <Count value={recent} /> in the last four weeks ·
              a star that is taken back is taken out of its week
            </PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}
