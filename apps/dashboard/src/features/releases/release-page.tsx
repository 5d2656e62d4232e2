import type { Cadence, Page, Panel, Release, Repo, Unreleased } from '@repo/github'
import { Columns } from '@repo/ui/columns'
import { ReleasePanel } from '#components/release/release-panel.tsx'
import { ReleaseList } from './release-list.tsx'
import type { ShownRelease } from './shown-releases.ts'

/** What the page of releases shows. */
export type ReleasePageProps = {
  repo: Repo
  releases: Panel<Page<ShownRelease>>
  release: Panel<Release | null>
  cadence: Panel<Cadence | null>
  unreleased: Panel<Unreleased | null>
}

/** A repository's releases, how often there is one, and what is not released yet. */
export function ReleasePage({ repo, releases, release, ...more }: ReleasePageProps) {
  const latest = 'data' in release ? release.data?.tag : undefined
  return (
    <Columns
      main={<ReleaseList fullName={repo.fullName} releases={releases} latest={latest} />}
      side={<ReleasePanel release={release} {...more} />}
    />
  )
}
