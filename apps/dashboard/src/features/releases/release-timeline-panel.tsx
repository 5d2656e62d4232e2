import type { Panel } from '@repo/github'
import { BarChart } from '@repo/ui/bar-chart'
import { Stack } from '@repo/ui/columns'
import { Count } from '@repo/ui/count'
import type { ReactNode } from 'react'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { PanelNote } from '#components/panel/panel-note.tsx'
import type { ReleaseTimeline } from './release-timeline.ts'
import styles from './release-timeline-panel.module.css'

type ReleaseTimelinePanelProps = {
  timeline: Panel<ReleaseTimeline | null>
  /** The links of the chart of downloads. */
  links: ReactNode
}

/** When the listed releases were published, and how often their files were downloaded. */
export function ReleaseTimelinePanel({ timeline, links }: ReleaseTimelinePanelProps) {
  if (!('data' in timeline) || timeline.data === null) return null
  return (
    <DataPanel title="Release timeline" panel={timeline} showsPartial>
      {(data) =>
        data && (
          <Stack>
            <Timeline timeline={data} />
            <Downloads timeline={data} links={links} />
          </Stack>
        )
      }
    </DataPanel>
  )
}

function Timeline({ timeline }: { timeline: ReleaseTimeline }) {
  const { stable, prereleases, tags, from, to } = timeline
  const count = stable.length + prereleases.length
  return (
    <div>
      <figure className={styles.timeline}>
        <svg role="img" aria-label={describeTimeline(timeline)} width="100%" height="56">
          <svg aria-hidden="true" viewBox="0 0 1000 56" preserveAspectRatio="none" height="56">
            <path className={styles.axis} d="M0,28H1000" />
            <path className={styles.stable} d={dotsAt(stable)} />
            <path className={styles.prerelease} d={dotsAt(prereleases)} />
            <path className={styles.hole} d={dotsAt(prereleases)} />
          </svg>
          {tags.map(({ at, text, anchor }) => (
            <text key={text} className={styles.tag} x={`${at / 10}%`} y="12" textAnchor={anchor}>
              {text}
            </text>
          ))}
          <text className={styles.day} x="0" y="52">
            {from}
          </text>
          <text className={styles.day} x="100%" y="52" textAnchor="end">
            {to}
          </text>
        </svg>
      </figure>
      <PanelNote>
        The {count} releases listed below, by date
        {prereleases.length > 0 && <span>; rings are pre-releases</span>}
        <span>.</span>
      </PanelNote>
    </div>
  )
}

function describeTimeline({ stable, prereleases, from, to }: ReleaseTimeline): string {
  const count = prereleases.length
  const releases = `${stable.length + count} releases from ${from} to ${to}`
  if (count === 0) return releases
  return `${releases}, ${count} of them ${count === 1 ? 'a pre-release' : 'pre-releases'}`
}

function dotsAt(positions: readonly number[]): string {
  return positions.map((at) => `M${at},28h0`).join('')
}

type DownloadsProps = { timeline: ReleaseTimeline; links: ReactNode }

function Downloads({ timeline, links }: DownloadsProps) {
  const { downloads, totalDownloads } = timeline
  if (downloads === null) {
    return (
      <PanelNote>
        No downloads: these releases have no attached files, or nobody downloaded any.
      </PanelNote>
    )
  }
  return (
    <div>
      <h3>Downloads per release</h3>
      <BarChart label="Downloads per release" plot={downloads} unit="downloads" actions={links} />
      <PanelNote>
        <Count value={totalDownloads} /> downloads of attached files. GitHub does not count
        downloads of the source code.
      </PanelNote>
    </div>
  )
}
