import type { Health, Panel, Repo, Tickets } from '@repo/github'
import { Banner } from '@repo/ui/banner'
import { Count } from '@repo/ui/count'
import { Pager } from '@repo/ui/pager'
import { PanelMessage } from '@repo/ui/panel'
import { isPartial } from '#components/panel/panel-data.ts'
import { PanelNote } from '#components/panel/panel-note.tsx'
import { RepoPanel } from '#components/panel/data-panel.tsx'
import { HealthPanels } from './health-panels.tsx'
import { HowItIsCounted } from './how-it-is-counted.tsx'
import { TicketFilters } from './ticket-filters.tsx'
import { TicketList } from './ticket-list.tsx'
import { type TicketRequest, ticketPath } from './ticket-request.ts'

/** What a page of issues or pull requests shows. */
export type TicketPageProps = {
  repo: Repo
  request: TicketRequest
  tickets: Panel<Tickets>
  health: Panel<Health>
}

const names = { issue: 'issues', pull: 'pull requests' }

/** GitHub's search shows no more than these. */
const mostShown = 1000

/** A repository's issues or pull requests, and how those fare who open them. */
export function TicketPage({ repo, request, tickets, health }: TicketPageProps) {
  const { fullName } = repo
  const { kind, state } = request
  if (kind === 'issue' && repo.issuesDisabled) {
    return (
      <Banner tone="info" title="Issues are disabled">
        The owner has turned them off for this repository.
      </Banner>
    )
  }
  const shown = 'data' in tickets ? tickets.data.items : []
  return (
    <>
      <HealthPanels kind={kind} health={health} />
      <TicketFilters fullName={fullName} request={request} tickets={shown} />
      <RepoPanel title={`${state === 'open' ? 'Open' : 'Closed'} ${names[kind]}`} panel={tickets}>
        {({ items, total }) => (
          <>
            {items.length === 0 && <PanelMessage>There are none on this page.</PanelMessage>}
            <TicketList fullName={fullName} request={request} tickets={items} />
            <PanelNote>
              <Count value={total} /> in all
              {total > mostShown && ', of which GitHub lists the first thousand'}
              {isPartial(tickets) && '; GitHub ran out of time, there may be more'}
            </PanelNote>
          </>
        )}
      </RepoPanel>
      {'data' in tickets && (
        <Pager
          label={`Pages of ${names[kind]}`}
          page={tickets.data.page}
          lastPage={tickets.data.lastPage ?? undefined}
          hasNext={tickets.data.hasNext}
          href={(page) => ticketPath(fullName, request, page)}
        />
      )}
      <HowItIsCounted kind={kind} />
    </>
  )
}
