import type { Panel } from '@repo/github'

/** Tells whether there is more than a panel shows, fresh or stale. */
export function isPartial(panel: Panel<unknown>): boolean {
  return panel.state === 'partial' || (panel.state === 'stale' && panel.partial === true)
}

/** A panel with its data in the form that a page shows, where that needs something of another read. */
export function mapPanel<T, Shown>(panel: Panel<T>, shown: (data: T) => Shown): Panel<Shown> {
  return 'data' in panel ? { ...panel, data: shown(panel.data) } : panel
}
