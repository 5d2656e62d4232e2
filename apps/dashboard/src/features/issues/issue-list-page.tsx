import type { IssueOrPullPage, Panel, Repo, Responsiveness } from '@repo/github'
import { Banner } from '@repo/ui/banner'
import { Count } from '@repo/ui/count'
import { Pager } from '@repo/ui/pager'
import { PanelMessage } from '@repo/ui/panel'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { isPartial } from '#components/panel/panel-data.ts'
import { PanelNote } from '#components/panel/panel-note.tsx'
import { IssueFilters } from './issue-filters.tsx'
import { IssueList } from './issue-list.tsx'
import { type IssueListRequest, issueListPath } from './issue-list-request.ts'
import { Methodology } from './methodology.tsx'
import { ResponsivenessPanels } from './responsiveness-panels.tsx'

/** What a page of issues or pull requests shows. */
export type IssueListPageProps = {
  repo: Repo
  request: IssueListRequest
  issues: Panel<IssueOrPullPage>
  responsiveness: Panel<Responsiveness>
}

const names = { issue: 'issues', pull: 'pull requests' }

/** GitHub's search shows no more than these. */
const MAX_LISTED = 1000

/** A repository's issues or pull requests, and how those fare who open them. */
export function IssueListPage({ repo, request, issues, responsiveness }: IssueListPageProps) {
  const { fullName } = repo
  const { kind, state } = request
  if (kind === 'issue' && repo.issuesDisabled) {
    return (
      <Banner tone="info" title="Issues are disabled">
        The owner has turned them off for this repository.
      </Banner>
    )
  }
  const shown = 'data' in issues ? issues.data.items : []
  return (
    <>
      <ResponsivenessPanels kind={kind} responsiveness={responsiveness} />
      <IssueFilters fullName={fullName} request={request} issues={shown} />
      <DataPanel title={`${state === 'open' ? 'Open' : 'Closed'} ${names[kind]}`} panel={issues}>
        {({ items, total }) => (
          <>
            {items.length === 0 && <PanelMessage>There are none on this page.</PanelMessage>}
            <IssueList fullName={fullName} request={request} issues={items} />
            <PanelNote>
              <Count value={total} /> in all
              {total > MAX_LISTED && ', of which GitHub lists the first thousand'}
              {isPartial(issues) && '; GitHub ran out of time, there may be more'}
            </PanelNote>
          </>
        )}
      </DataPanel>
      {'data' in issues && (
        <Pager
          label={`Pages of ${names[kind]}`}
          page={issues.data.page}
          lastPage={issues.data.lastPage ?? undefined}
          hasNext={issues.data.hasNext}
          href={(page) => issueListPath(fullName, request, page)}
        />
      )}
      <Methodology kind={kind} />
    </>
  )
}
