import type { Page, Panel, Repo } from '@repo/github'
import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import { Pager } from '@repo/ui/pager'
import { PanelMessage } from '@repo/ui/panel'
import { RelativeTime } from '@repo/ui/timestamp'
import { useListPath } from '#components/list/list-path.ts'
import { ListPlace } from '#components/list/list-place.tsx'
import { addSearchParams } from '#components/list-query.ts'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { PanelNote } from '#components/panel/panel-note.tsx'
import { Prose } from '#components/prose/prose.tsx'
import { formatReleaseTitle } from '#components/release/format-release-title.ts'
import { tabPath } from '#components/repo/paths.ts'
import styles from './release-list.module.css'
import type { SanitizedRelease } from './sanitize-releases.server.ts'

type ReleaseListProps = {
  repo: Repo
  releases: Panel<Page<SanitizedRelease>>
  /** Tag of the release that GitHub marks as the latest. */
  latest: string | undefined
}

/** One page of releases with their notes, newest first. */
export function ReleaseList({ repo, releases, latest }: ReleaseListProps) {
  const toListPath = useListPath()
  return (
    <>
      <ListPlace>
        <DataPanel title="Releases" panel={releases}>
          {({ items }) => (
            <>
              {items.length === 0 && <PanelMessage>No releases yet.</PanelMessage>}
              <ul>
                {items.map((release, index) => (
                  <ListedRelease
                    key={release.tag}
                    release={release}
                    isLatest={release.tag === latest}
                    isNewest={index === 0}
                  />
                ))}
              </ul>
              {repo.url && !repo.visibility && (
                <PanelNote>
                  <a href={`${repo.url}/releases.atom`}>Atom feed of releases on GitHub</a>
                </PanelNote>
              )}
            </>
          )}
        </DataPanel>
      </ListPlace>
      {'data' in releases && (
        <Pager
          label="Pages of releases"
          page={releases.data.page}
          lastPage={releases.data.lastPage ?? undefined}
          hasNext={releases.data.hasNext}
          href={(page) =>
            toListPath(
              addSearchParams(tabPath(repo, 'releases'), {
                page: page === 1 ? undefined : page,
              }),
            )
          }
        />
      )}
    </>
  )
}

type ListedReleaseProps = { release: SanitizedRelease; isLatest: boolean; isNewest: boolean }

function ListedRelease({ release, isLatest, isNewest }: ListedReleaseProps) {
  const { url, publishedAt, author, prerelease, downloads } = release
  const title = formatReleaseTitle(release)
  return (
    <li className={styles.release}>
      <div className={styles.head}>
        <h3 dir="auto">{url ? <a href={url}>{title}</a> : title}</h3>
        {isLatest && <Chip tone="success">latest</Chip>}
        {prerelease && <Chip tone="attention">pre-release</Chip>}
        <p className={styles.meta}>
          {publishedAt && <RelativeTime date={publishedAt} />}
          {author && <span>{` by ${author}`}</span>}
          {downloads !== null && (
            <span>
              {' · '}
              <Count value={downloads} /> {downloads === 1 ? 'download' : 'downloads'}
            </span>
          )}
        </p>
      </div>
      <Notes release={release} open={isNewest} />
    </li>
  )
}

type NotesProps = { release: SanitizedRelease; open: boolean }

function Notes({ release: { tag, url, notes }, open }: NotesProps) {
  if (notes === null) return <p className={styles.meta}>No release notes.</p>
  return (
    <details open={open}>
      <summary className={styles.meta}>
        Release notes<span className="visually-hidden"> of {tag}</span>
      </summary>
      <Prose html={notes.html} />
      {notes.isTruncated && url && (
        <p className={styles.meta}>
          <a href={url}>
            Read more on GitHub<span className="visually-hidden">: {tag}</span>
          </a>
        </p>
      )}
    </details>
  )
}
