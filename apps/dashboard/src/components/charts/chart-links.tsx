import Link from 'next/link'
import { badgePagePath } from '#components/repo/paths.ts'
import type { ChartName } from './chart-names.ts'
import { chartPath } from './chart-path.ts'

type ChartLinksProps = {
  fullName: string
  name: ChartName
  /** The range or the page of the data that the chart shows: `?range=3m`. */
  query?: string | undefined
}

/** Links that save a chart, and one to the Markdown that embeds it. */
export function ChartLinks({ fullName, name, query }: ChartLinksProps) {
  return (
    <>
      Save as{' '}
      <a href={chartPath(fullName, name, 'svg', query)} download>
        SVG
      </a>{' '}
      ·{' '}
      <a href={chartPath(fullName, name, 'csv', query)} download>
        CSV
      </a>{' '}
      · <Link href={`${badgePagePath(fullName)}#${name}`}>Embed</Link>
    </>
  )
}
