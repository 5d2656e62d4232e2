import type { Cadence, Panel, Unreleased } from '@repo/github'
import { Count } from '@repo/ui/count'
import { formatCadence } from './format-cadence.ts'

/** How many commits have no release yet, with the page that lists them. */
export function UnreleasedText({ unreleased }: { unreleased: Panel<Unreleased | null> }) {
  if (!('data' in unreleased) || unreleased.data === null) return 'unknown'
  const { commits, url } = unreleased.data
  const text = (
    <>
      <Count value={commits} /> {commits === 1 ? 'commit' : 'commits'}
    </>
  )
  return url ? <a href={url}>{text}</a> : text
}

/** How often there is a release. */
export function CadenceText({ cadence }: { cadence: Panel<Cadence | null> }) {
  if (!('data' in cadence) || cadence.data === null) return 'unknown'
  const { sampleSize } = cadence.data
  return (
    <span
      title={`Median of ${sampleSize} ${sampleSize === 1 ? 'interval' : 'intervals'}, pre-releases left out`}
    >
      {formatCadence(cadence.data)}
    </span>
  )
}
