import { PanelNote } from './panel-note.tsx'
import { partialText, RateLimitText, staleText } from './stale-text.tsx'

type DataPanelNotesProps = {
  isPartial: boolean
  isStale: boolean
  /** When GitHub's rate limit resets, if it is why the data is stale. */
  until: string | undefined
}

/** Says that a panel's data lacks items, or that it is the last known data. */
export function DataPanelNotes({ isPartial, isStale, until }: DataPanelNotesProps) {
  return (
    <>
      {isPartial && <PanelNote>{partialText}</PanelNote>}
      {isStale && <PanelNote>{until ? <RateLimitText until={until} /> : staleText}</PanelNote>}
    </>
  )
}
