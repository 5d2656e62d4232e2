import type { Cadence, Page, Panel, Release, Repo, Unreleased } from '@repo/github'
import { Columns, Stack } from '@repo/ui/columns'
import { Row } from '@repo/ui/list-rows'
import { ChartLinks } from '#components/charts/chart-links.tsx'
import { ReleasePanel } from '#components/release/release-panel.tsx'
import { ReleaseList } from './release-list.tsx'
import { CadenceText, UnreleasedText } from './release-texts.tsx'
import type { ReleaseTimeline } from './release-timeline.ts'
import { ReleaseTimelinePanel } from './release-timeline-panel.tsx'
import type { SanitizedRelease } from './sanitize-releases.server.ts'

/** The props of the releases view. */
export type ReleasesViewProps = {
  repo: Repo
  releases: Panel<Page<SanitizedRelease>>
  timeline: Panel<ReleaseTimeline | null>
  release: Panel<Release | null>
  cadence: Panel<Cadence | null>
  unreleased: Panel<Unreleased | null>
}

/** A repository's releases, its release cadence, and its unreleased commits. */
export function ReleasesView(props: ReleasesViewProps) {
  const { repo, releases, timeline, release, cadence, unreleased } = props
  const page = 'data' in releases ? releases.data.page : 1
  const latest = 'data' in release ? release.data?.tag : undefined
  return (
    <Stack>
      <Columns
        main={
          <ReleaseTimelinePanel
            timeline={timeline}
            links={
              <ChartLinks repo={repo} name="downloads" query={page > 1 ? `?page=${page}` : ''} />
            }
          />
        }
        side={
          <ReleasePanel release={release}>
            <Row main="Unreleased commits" end={<UnreleasedText unreleased={unreleased} />} />
            <Row main="Release cadence" end={<CadenceText cadence={cadence} />} />
          </ReleasePanel>
        }
      />
      <ReleaseList repo={repo} releases={releases} latest={latest} />
    </Stack>
  )
}
