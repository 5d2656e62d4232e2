import { Banner } from '@repo/ui/banner'
import { lazy, Suspense } from 'react'
import { PageAge } from '#components/panel/page-age.tsx'
import { Polling } from '#components/panel/polling.tsx'
import { RateLimitText } from '#components/panel/stale-text.tsx'
import { ExportLinks } from '#components/repo/export-links.tsx'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'
import { boardAge, boardGaps } from './board-age.ts'
import { type BoardOrder, type BoardParams, orderParams } from './board-order.ts'
import { type BoardRow, MAX_READS_PER_REPO } from './board-row.ts'
import { BoardTable } from './board-table.tsx'
import { HistoryNote, Note } from './history-note.tsx'

const BoardChanges = lazy(() =>
  import('./board-changes.tsx').then((module) => ({ default: module.BoardChanges })),
)

type BoardProps = {
  rows: readonly BoardRow[]
  order: BoardOrder
  /** The path of the page, and the parameters that select its repositories. */
  path: string
  params: BoardParams
  exportPath: string
  /** Identifies the board in this browser's storage. */
  storageKey: string
}

/** A board with its exports and its changes; it reloads while cells are not loaded yet. */
export function Board(props: BoardProps) {
  const { rows, order, path, params, exportPath, storageKey } = props
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
        <BoardTable rows={rows} order={order} path={path} params={params} />
        <ExportLinks path={exportPath} search={searchOf(params, order)} />
        <Note>{describeReads(rows.length)}</Note>
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

function describeReads(count: number): string {
  if (count === 1) return `A repository takes up to ${MAX_READS_PER_REPO} requests to GitHub.`
  return `Each repository takes up to ${MAX_READS_PER_REPO} requests to GitHub, so this page up to ${count * MAX_READS_PER_REPO}.`
}

function searchOf(params: BoardParams, order: BoardOrder): string {
  const search = Object.entries({ ...params, ...orderParams(order) })
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  return search && `?${search}`
}
