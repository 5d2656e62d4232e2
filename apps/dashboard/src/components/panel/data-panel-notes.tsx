import { RelativeTime } from '@repo/ui/timestamp'
import { partialText, RateLimitText, staleText } from './stale-text.tsx'

type DataPanelNotesProps = {
  isPartial: boolean
  /** Why the data is older than the page says, and since when; undefined if it is not. */
  stale: { reason: 'revalidating' | 'upstream-error'; asOf: string; until?: string } | undefined
}

/** Says that a panel's data lacks items, or that it is older than the rest of the page. */
export function DataPanelNotes({ isPartial, stale }: DataPanelNotesProps) {
  return (
    <>
      {stale && (
        <span>
          From <RelativeTime date={stale.asOf} format="datetime" />: <StaleReason {...stale} />
        </span>
      )}
      {isPartial && <span> {partialText}</span>}
    </>
  )
}

function StaleReason({ reason, until }: NonNullable<DataPanelNotesProps['stale']>) {
  if (reason === 'revalidating') return 'Newer data is loading. Reload the page to see it.'
  return until === undefined ? staleText : <RateLimitText until={until} />
}
