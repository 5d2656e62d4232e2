import type { Cadence, Panel, Unreleased } from '@repo/github'
import { Count } from '@repo/ui/count'
import { formatCadence } from '#components/release/format-cadence.ts'

/** The number of unreleased commits, linked to their list on GitHub. */
export function UnreleasedText({ unreleased }: { unreleased: Panel<Unreleased | null> }) {
  if (!('data' in unreleased) || unreleased.data === null) return 'unknown'
  const { commits, url } = unreleased.data
  const text =
    commits === null ? (
      'unknown'
    ) : (
      <span>
        <Count value={commits} /> {commits === 1 ? 'commit' : 'commits'}
      </span>
    )
  return url ? <a href={url}>{text}</a> : text
}

/** The release cadence, with its sample size as a title. */
export function CadenceText({ cadence }: { cadence: Panel<Cadence | null> }) {
  if (!('data' in cadence) || cadence.data === null) return 'unknown'
  const { sampleSize } = cadence.data
  return (
    <span
      title={`Median of ${sampleSize} ${sampleSize === 1 ? 'interval' : 'intervals'}, without pre-releases`}
    >
      {formatCadence(cadence.data)}
    </span>
  )
}
