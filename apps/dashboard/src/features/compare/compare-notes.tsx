import { RelativeTime } from '@repo/ui/timestamp'
import { RateLimitText, staleText } from '#components/panel/stale-text.tsx'
import { UnavailableSentence } from '#components/panel/unavailable-message.tsx'
import { missingTexts, type UnreadRepo } from '#components/repo/unread-repo.ts'
import styles from './compare-notes.module.css'
import { figureRows } from './compare-rows.ts'
import type { Column } from './compared.ts'

/** Below a comparison: how old each column is, and what its cells have no room for. */
export function CompareNotes({ columns }: { columns: readonly (Column | UnreadRepo)[] }) {
  return (
    <ul className={styles.notes} aria-label="Notes">
      {columns.map((column) => (
        <li key={column.name}>
          <b>{column.name}</b>{' '}
          {'figures' in column ? <Notes column={column} /> : <Reason column={column} />}
        </li>
      ))}
    </ul>
  )
}

function Reason({ column }: { column: UnreadRepo }) {
  if ('missing' in column) return <span>{missingTexts[column.missing]}</span>
  return <UnavailableSentence panel={column.failure} />
}

function Notes({ column }: { column: Column }) {
  const { name, formerNames, repeatedNames, figures, age, reasons } = column
  const unavailable = figureRows.flatMap((row) => {
    const figure = figures[row.figure]
    const isPanel = typeof figure === 'object' && figure !== null && 'state' in figure
    return isPanel ? [{ title: row.name, panel: figure }] : []
  })
  return (
    <>
      {(age.until !== null || age.isFailing) && (
        <span>{age.until === null ? staleText : <RateLimitText until={age.until} />} </span>
      )}
      {formerNames.map((formerName) => (
        <span key={formerName}>
          {formerName} was renamed to {name}.{' '}
        </span>
      ))}
      {repeatedNames.length > 0 && (
        <span>
          Listed more than once: also as <bdi>{repeatedNames.join(', ')}</bdi>.{' '}
        </span>
      )}
      {unavailable.map(({ title, panel }) => (
        <span key={title}>
          {title}: <UnavailableSentence panel={panel} />{' '}
        </span>
      ))}
      {reasons.map(({ subject, text }) => (
        <span key={subject}>
          {subject}: {text}{' '}
        </span>
      ))}
      <span>
        Updated <RelativeTime date={age.asOf} />
      </span>
    </>
  )
}
