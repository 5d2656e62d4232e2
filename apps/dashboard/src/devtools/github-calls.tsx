import { DataTable } from '@repo/ui/data-table'
import styles from './request-drawer.module.css'
import type { TracedCall } from './request-trace.ts'

/** The calls to GitHub that were made for a page. */
export function GitHubCalls({ calls }: { calls: readonly TracedCall[] }) {
  return (
    <section className={styles.section}>
      <h3>Calls to GitHub</h3>
      {calls.length === 0 ? (
        <p>None were made for this page.</p>
      ) : (
        <>
          <DataTable
            label="Calls to GitHub"
            columns={['Path', 'Status', 'Verdict', 'ms']}
            rows={calls.map(({ path, status, verdict, milliseconds }, index) => ({
              key: `${index} ${path}`,
              name: <code>{path}</code>,
              cells: [status, verdict, String(milliseconds)],
            }))}
          />
          <p className={styles.note}>{explained(calls)}</p>
        </>
      )}
    </section>
  )
}

const verdicts: Record<string, string> = {
  hit: 'hit: remembered, and GitHub was not asked.',
  miss: 'miss: GitHub was asked.',
  stale: 'stale: remembered, and old.',
  revalidated: 'revalidated: GitHub was asked whether it has changed, and it has not.',
  coalesced: 'coalesced: another request was asking already.',
}

function explained(calls: readonly TracedCall[]): string {
  const seen = new Set(calls.map(({ verdict }) => verdict))
  return [...seen].flatMap((verdict) => verdicts[verdict] ?? []).join(' ')
}
