import type { Panel } from '@repo/github'

/** A panel with its data in the form that a page shows, where that needs something of another read. */
export function panelOf<T, Shown>(panel: Panel<T>, shown: (data: T) => Shown): Panel<Shown> {
  return 'data' in panel ? { ...panel, data: shown(panel.data) } : panel
}
