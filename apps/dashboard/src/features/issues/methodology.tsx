import { Panel } from '@repo/ui/panel'
import type { IssueListRequest } from './issue-list-request.ts'
import styles from './methodology.module.css'

/** The anchor of the methodology on a page. */
export const METHODOLOGY_ID = 'how-it-is-counted'

/** How the responsiveness metrics of issues or pull requests are calculated. */
export function Methodology({ kind }: { kind: IssueListRequest['kind'] }) {
  const isPull = kind === 'pull'
  return (
    <div id={METHODOLOGY_ID}>
      <Panel title="How this is calculated">
        <dl className={styles.terms}>
          <dt>Sample</dt>
          <dd>
            Based on the 100 newest issues and pull requests and up to five pages of comments. Items
            opened by bot accounts are excluded.
          </dd>
          <dt>Time to first response</dt>
          <dd>
            The time until another person comments: not the author, a bot or a deleted account.{' '}
            {isPull && <span>Code review comments count; reviews without a comment do not. </span>}
            <span>
              Items opened before the oldest known comment are left out, so that no response is
              missed.
            </span>{' '}
            {isPull ? 'Drafts do not count as waiting. Pull requests' : 'Issues'} closed without a
            comment count as neither answered nor waiting. This is the{' '}
            <a href="https://chaoss.community/kb/metric-time-to-first-response/">
              time to first response
            </a>{' '}
            of CHAOSS, which defines metrics for open source communities.
          </dd>
          <dt>{isPull ? 'Time to merge' : 'Time to close'}</dt>
          <dd>
            The time from opening to {isPull ? 'merging' : 'closing'}, for{' '}
            {isPull ? 'merged' : 'closed'} items. Slow ones may still be open, so the number of open
            ones is shown as well.
          </dd>
        </dl>
      </Panel>
    </div>
  )
}
