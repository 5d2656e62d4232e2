import type { IssueOrPullPage, Panel, Repo, Responsiveness } from '@repo/github'
import { Banner } from '@repo/ui/banner'
import { Count } from '@repo/ui/count'
import { Pager } from '@repo/ui/pager'
import { PanelMessage } from '@repo/ui/panel'
import Link from 'next/link'
import { useListPath } from '#components/list/list-path.ts'
import { ListPlace } from '#components/list/list-place.tsx'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { isPartial } from '#components/panel/panel-data.ts'
import { PanelNote } from '#components/panel/panel-note.tsx'
import { partialText } from '#components/panel/stale-text.tsx'
import { tabPath } from '#components/repo/paths.ts'
import { IssueFilters } from './issue-filters.tsx'
import { IssueList } from './issue-list.tsx'
import { type IssueListRequest, issueListPath, issueSections } from './issue-list-request.ts'
import { Methodology } from './methodology.tsx'
import { ResponsivenessPanels } from './responsiveness-panels.tsx'

/** The props of the issues view. */
export type IssuesViewProps = {
  repo: Repo
  request: IssueListRequest
  issues: Panel<IssueOrPullPage>
  responsiveness: Panel<Responsiveness>
}

const names = { issue: 'issues', pull: 'pull requests' }
const singular = { issue: 'issue', pull: 'pull request' }
const statisticsNames = { issue: 'Issue statistics', pull: 'Pull request statistics' }

/** The most results that GitHub's search returns. */
const MAX_LISTED = 1000

/** A repository's issues or pull requests, with responsiveness metrics and their methodology. */
export function IssuesView({ repo, request, issues, responsiveness }: IssuesViewProps) {
  const { kind, state, label, author } = request
  const listPath = tabPath(repo, issueSections[kind])
  const toListPath = useListPath()
  if (kind === 'issue' && repo.issuesDisabled) {
    return (
      <Banner tone="info" title="Issues are disabled">
        The owner disabled issues for this repository.
      </Banner>
    )
  }
  const isFiltered = label !== undefined || author !== undefined
  const listed = 'data' in issues ? issues.data.items : []
  return (
    <>
      <ResponsivenessPanels kind={kind} responsiveness={responsiveness} />
      <p>
        <Link href={`${listPath}/statistics`}>{statisticsNames[kind]}</Link>
      </p>
      <IssueFilters listPath={listPath} request={request} issues={listed} />
      <ListPlace>
        <DataPanel
          title={`${state === 'open' ? 'Open' : 'Closed'} ${names[kind]}`}
          panel={issues}
          showsPartial
        >
          {({ items, total }) => (
            <>
              {total === 0 && (
                <PanelMessage>
                  No {state} {names[kind]}
                  <span>{isFiltered ? ' match these filters.' : '.'}</span>
                </PanelMessage>
              )}
              <IssueList listPath={listPath} request={request} issues={items} />
              <PanelNote>
                {total !== null && (
                  <span role="status">
                    <Count value={total} /> {state} {total === 1 ? singular[kind] : names[kind]}
                    {total > MAX_LISTED && <span> (GitHub returns the first 1,000)</span>}
                  </span>
                )}
                {isPartial(issues) && <span>{`. ${partialText}`}</span>}
              </PanelNote>
            </>
          )}
        </DataPanel>
      </ListPlace>
      {'data' in issues && (
        <Pager
          label={`Pages of ${names[kind]}`}
          page={issues.data.page}
          lastPage={issues.data.lastPage ?? undefined}
          hasNext={issues.data.hasNext}
          href={(page) => toListPath(issueListPath(listPath, request, page))}
        />
      )}
      <Methodology kind={kind} />
    </>
  )
}
