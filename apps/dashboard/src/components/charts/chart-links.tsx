import Link from 'next/link'
import { badgePagePath } from '#components/repo/paths.ts'
import type { ChartName } from './chart-names.ts'
import { chartPath } from './chart-path.ts'

type ChartLinksProps = {
  /** Undefined for a page that only its viewer sees: files are public. */
  fullName: string | undefined
  name: ChartName
  /** The range or the page of the data that the chart shows: `?range=3m`. */
  query?: string | undefined
}

/** Links that save a chart, and one to the Markdown that embeds it. */
export function ChartLinks({ fullName, name, query = '' }: ChartLinksProps) {
  if (!fullName) return null
  const path = chartPath(fullName, name)
  return (
    <p>
      {'Save as '}
      <a href={`${path}.svg${query}`} download>
        SVG
      </a>
      {' · '}
      <a href={`${path}.csv${query}`} download>
        CSV
      </a>
      {' · '}
      <Link href={`${badgePagePath(fullName)}#${name}`}>Embed</Link>
    </p>
  )
}
