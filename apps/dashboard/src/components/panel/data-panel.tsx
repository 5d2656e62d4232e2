import type { Panel as GitHubPanel } from '@repo/github'
import { Panel } from '@repo/ui/panel'
import { type ReactNode, Suspense } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import type { Age } from './age.tsx'
import { usePageAge } from './page-age.tsx'
import { isPartial } from './panel-data.ts'
import { UnavailableDataPanel } from './unavailable-data-panel.tsx'

const DataPanelNotes = loadOnDemand(
  async () => (await import('./data-panel-notes.tsx')).DataPanelNotes,
)

type DataPanelProps<T> = {
  title: ReactNode
  panel: GitHubPanel<T>
  /** The panel's body, once there is data. */
  children: (data: T) => ReactNode
  /** Whether the body itself shows that items are missing. */
  showsPartial?: boolean
}

/** A panel in the state that results from its read; it shows its age only if the page does not. */
export function DataPanel<T>(props: DataPanelProps<T>) {
  const { title, panel, children, showsPartial = false } = props
  const pageAge = usePageAge()
  if (!('data' in panel)) {
    return <UnavailableDataPanel title={title} panel={panel} />
  }
  const stale = panel.state === 'stale' && !includesAge(pageAge, panel.reason) ? panel : undefined
  const lacksItems = !showsPartial && isPartial(panel)
  const note = (stale || lacksItems) && {
    tone: 'stale' as const,
    text: (
      <Suspense>
        <DataPanelNotes isPartial={lacksItems} stale={stale} />
      </Suspense>
    ),
  }
  return (
    <Panel title={title} note={note || undefined}>
      {children(panel.data)}
    </Panel>
  )
}

/** Whether the page's age includes panels that are stale for this reason. */
function includesAge(pageAge: Age | undefined, reason: NonNullable<Age['stale']>): boolean {
  return pageAge !== undefined && (reason === 'revalidating' || pageAge.stale === reason)
}
