import type { Panel } from '@repo/github'

/** Whether the panel, fresh or stale, lacks items: GitHub has more, or some could not be read. */
export function isPartial(panel: Panel<unknown>): boolean {
  return panel.state === 'partial' || (panel.state === 'stale' && panel.partial === true)
}

/** Maps the data of a panel; a panel without data stays as it is. */
export function mapPanel<T, Shown>(panel: Panel<T>, transform: (data: T) => Shown): Panel<Shown> {
  return 'data' in panel ? { ...panel, data: transform(panel.data) } : panel
}
