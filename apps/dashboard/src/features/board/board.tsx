import { Banner } from '@repo/ui/banner'
import { lazy, Suspense } from 'react'
import { PageAge } from '#components/panel/page-age.tsx'
import { Polling } from '#components/panel/polling.tsx'
import { RateLimitText } from '#components/panel/stale-text.tsx'
import { ExportLinks } from '#components/repo/export-links.tsx'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'
import { boardAge, boardGaps } from './board-age.ts'
import type { BoardOrder } from './board-order.ts'
import type { BoardRow } from './board-row.ts'
import { BoardTable } from './board-table.tsx'
import { HistoryNote } from './history-note.tsx'

const BoardChanges = lazy(() =>
  import('./board-changes.tsx').then((module) => ({ default: module.BoardChanges })),
)

type BoardProps = {
  rows: readonly BoardRow[]
  order: BoardOrder
  /** The path of the page, and its `repos` parameter. */
  path: string
  repos: string | undefined
  exportPath: string
  /** Identifies the board in this browser's storage. */
  storageKey: string
}

/** A board with its exports and its changes; it reloads while cells are not loaded yet. */
export function Board(props: BoardProps) {
  const { rows, order, path, repos, exportPath, storageKey } = props
  const { isLoading, rateLimitedUntil } = boardGaps(rows)
  const hasScripts = useHasScripts()
  return (
    <Polling waiting={isLoading}>
      <PageAge age={boardAge(rows)}>
        {rateLimitedUntil !== null && (
          <Banner tone="warning" title="Some cells were not loaded">
            <RateLimitText until={rateLimitedUntil} />
          </Banner>
        )}
        {isLoading && (
          <Banner tone="info" title="Some cells are not loaded yet">
            They are loading. This page updates automatically; without JavaScript, reload it.
          </Banner>
        )}
        <BoardTable rows={rows} order={order} path={path} repos={repos} />
        <ExportLinks path={exportPath} search={repos === undefined ? '' : `?repos=${repos}`} />
        {hasScripts ? (
          <Suspense fallback={<HistoryNote />}>
            <BoardChanges board={storageKey} rows={rows} />
          </Suspense>
        ) : (
          <HistoryNote />
        )}
      </PageAge>
    </Polling>
  )
}
