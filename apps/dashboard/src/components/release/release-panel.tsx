import type { Panel, Release } from '@repo/github'
import { Row, Rows } from '@repo/ui/list-rows'
import { PanelMessage } from '@repo/ui/panel'
import { RelativeTime } from '@repo/ui/timestamp'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { PanelNote } from '#components/panel/panel-note.tsx'
import { formatReleaseTitle } from './format-release-title.ts'

type ReleasePanelProps = {
  /** Path or URL of all releases. */
  href?: string | undefined
  release: Panel<Release | null>
  /** More rows. */
  children?: ReactNode
}

/** The latest release. */
export function ReleasePanel({ href, release, children }: ReleasePanelProps) {
  return (
    <DataPanel title="Latest release" panel={release}>
      {(latest) =>
        latest === null ? (
          <PanelMessage>No stable release.</PanelMessage>
        ) : (
          <>
            <Rows>
              <Row
                main={<ReleaseName release={latest} />}
                end={latest.publishedAt && <RelativeTime date={latest.publishedAt} />}
              />
              {children}
            </Rows>
            {href && (
              <PanelNote>
                <Link href={href}>All releases</Link>
              </PanelNote>
            )}
          </>
        )
      }
    </DataPanel>
  )
}

function ReleaseName({ release }: { release: Release }) {
  const title = formatReleaseTitle(release)
  return <bdi>{release.url ? <a href={release.url}>{title}</a> : title}</bdi>
}
