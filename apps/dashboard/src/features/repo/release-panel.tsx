import type { Panel, Release } from '@repo/github'
import { Row, Rows } from '@repo/ui/list-rows'
import { Moment } from '@repo/ui/moment'
import { PanelMessage } from '@repo/ui/panel'
import { RepoPanel } from './repo-panel.tsx'

/** The newest release, or that there is none. */
export function ReleasePanel({ release }: { release: Panel<Release | null> }) {
  return (
    <RepoPanel title="Latest release" panel={release}>
      {(latest) =>
        latest === null ? (
          <PanelMessage>Nothing has been released.</PanelMessage>
        ) : (
          <Rows>
            <Row
              main={<ReleaseName release={latest} />}
              end={latest.publishedAt && <Moment date={latest.publishedAt} />}
            />
          </Rows>
        )
      }
    </RepoPanel>
  )
}

function ReleaseName({ release: { tag, name, url } }: { release: Release }) {
  const label = name && name !== tag ? `${tag} · ${name}` : tag
  return <span dir="auto">{url ? <a href={url}>{label}</a> : label}</span>
}
