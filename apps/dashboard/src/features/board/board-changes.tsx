import { Button } from '@repo/ui/button'
import { Count } from '@repo/ui/count'
import { GroupedTable } from '@repo/ui/grouped-table'
import { Timestamp } from '@repo/ui/timestamp'
import { useEffect, useState } from 'react'
import { formatChange } from '#components/format-change.ts'
import {
  type BoardSnapshot,
  compareWith,
  findPast,
  parseHistories,
  recordSnapshot,
  takeSnapshot,
} from './board-history.ts'
import type { BoardRow } from './board-row.ts'
import { HistoryNote } from './history-note.tsx'

type BoardChangesProps = {
  /** Identifies the board in this browser's storage. */
  board: string
  rows: readonly BoardRow[]
}

const KEY = 'board-histories'

/** Saves the numbers of a board in this browser, and compares them with those of a week ago. */
export function BoardChanges({ board, rows }: BoardChangesProps) {
  const [past, setPast] = useState<BoardSnapshot>()
  const [isOpen, setIsOpen] = useState(false)

  useEffect(() => {
    const now = new Date()
    const histories = readHistories()
    setPast(findPast(histories[board] ?? [], now.getTime()))
    writeHistories(recordSnapshot(histories, board, takeSnapshot(rows, now.toISOString())))
  }, [board, rows])

  if (!past) return <HistoryNote />
  return isOpen ? (
    <Changes past={past} rows={rows} />
  ) : (
    <Button onClick={() => setIsOpen(true)}>
      Compare with <Timestamp date={past.at} />
    </Button>
  )
}

function Changes({ past, rows }: { past: BoardSnapshot; rows: readonly BoardRow[] }) {
  const changes = compareWith(past, rows)
  return (
    <section aria-labelledby="board-changes">
      <h2 id="board-changes">
        Changes since <Timestamp date={past.at} />
      </h2>
      {changes.length === 0 ? (
        <p>No number of this board has changed.</p>
      ) : (
        <GroupedTable
          label="Changes"
          columns={['Repository', 'Then', 'Now', 'Change']}
          groups={changes.map(({ repo, changes: ofRepo }) => ({
            name: repo,
            rows: ofRepo.map(({ title, isPercent, before, now }) => ({
              name: title,
              cells: [
                <Value key="before" value={before} isPercent={isPercent} />,
                <Value key="now" value={now} isPercent={isPercent} />,
                formatChange(now - before) + (isPercent ? pointsUnit(now - before) : ''),
              ],
            })),
          }))}
        />
      )}
    </section>
  )
}

function pointsUnit(change: number): string {
  return Math.abs(change) === 1 ? ' point' : ' points'
}

function Value({ value, isPercent }: { value: number; isPercent: boolean }) {
  return isPercent ? `${value}%` : <Count value={value} />
}

// If storage is blocked or full, there is nothing to compare with.
function readHistories() {
  try {
    return parseHistories(localStorage.getItem(KEY) ?? '')
  } catch {
    return {}
  }
}

function writeHistories(histories: ReturnType<typeof readHistories>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(histories))
  } catch {}
}
