import Link from 'next/link'
import { badgePagePath, type LinkedRepo } from '#components/repo/paths.ts'
import type { ChartName } from './chart-names.ts'
import { chartPath } from './chart-path.ts'

type ChartLinksProps = {
  repo: LinkedRepo
  name: ChartName
  /** The range or the page of the data that the chart shows: `?range=3m`. */
  query?: string | undefined
}

/** Links that save a chart of a public repository, and one to the Markdown that embeds it. */
export function ChartLinks({ repo, name, query = '' }: ChartLinksProps) {
  // The files are public.
  if (repo.visibility) return null
  const { fullName } = repo
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
