import { Panel } from '@repo/ui/panel'
import type { IssueListRequest } from './issue-list-request.ts'
import styles from './methodology.module.css'

/** Where a page defines its figures. */
export const METHODOLOGY_ID = 'how-it-is-counted'

/** The definitions of the figures of a page of issues or pull requests. */
export function Methodology({ kind }: { kind: IssueListRequest['kind'] }) {
  const isPull = kind === 'pull'
  return (
    <div id={METHODOLOGY_ID}>
      <Panel title="How it is counted">
        <dl className={styles.terms}>
          <dt>Of what</dt>
          <dd>
            Of the hundred newest issues and pull requests together, and of what GitHub lists of
            their comments, in at most five reads. What bots opened is left out; GitHub’s type of
            the account tells who is one.
          </dd>
          <dt>First answer</dt>
          <dd>
            The time until another human comments: neither the author nor a bot, nor an account that
            was deleted.{' '}
            {isPull &&
              'Remarks on the code count too; a review without words is in none of these lists. '}
            Only what was opened since the oldest comment that is known counts, so that no answer is
            missed. {isPull ? 'A draft does not wait. ' : ''}What was closed without a word neither
            was answered nor waits. It is the{' '}
            <a href="https://chaoss.community/kb/metric-time-to-first-response/">
              time to first response
            </a>{' '}
            of CHAOSS.
          </dd>
          <dt>{isPull ? 'Time to merge' : 'Time to close'}</dt>
          <dd>
            The time from opening to {isPull ? 'merging' : 'closing'}, of those that are{' '}
            {isPull ? 'merged' : 'closed'} already. The slow ones are among those that are still
            open, which therefore are counted beside it.
          </dd>
        </dl>
      </Panel>
    </div>
  )
}
