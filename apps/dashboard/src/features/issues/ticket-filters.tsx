import type { Ticket } from '@repo/github'
import { ChoiceFilter, FilterForm, TextFilter } from '@repo/ui/filter-form'
import { Tabs } from '@repo/ui/tabs'
import Link from 'next/link'
import { type TicketRequest, ticketPath } from './ticket-request.ts'
import { ticketSorts } from './ticket-sorts.ts'

type TicketFiltersProps = {
  fullName: string
  request: TicketRequest
  /** What is listed, whose labels and authors many will want to choose. */
  tickets: readonly Ticket[]
}

const states = [
  { state: 'open', label: 'Open' },
  { state: 'closed', label: 'Closed' },
] as const

const sortChoices = ticketSorts.map(({ sort, label }, index) => ({
  value: index === 0 ? '' : sort,
  label,
}))

/** What narrows a list of issues or pull requests; the address says it all. */
export function TicketFilters({ fullName, request, tickets }: TicketFiltersProps) {
  const { kind, state, sort, label, author } = request
  return (
    <>
      <Tabs
        label="State"
        tabs={states.map((one) => ({
          href: ticketPath(fullName, { ...request, state: one.state }),
          label: one.label,
          current: one.state === state,
        }))}
      />
      <FilterForm
        action={ticketPath(fullName, { kind, state: 'open', sort: 'newest' })}
        label="Filters"
        keep={{ state: state === 'closed' ? state : undefined }}
        end={
          (label !== undefined || author !== undefined) && (
            <Link href={ticketPath(fullName, { kind, state, sort })}>Without filters</Link>
          )
        }
      >
        <TextFilter
          name="label"
          label="Label"
          value={label}
          suggestions={namesOf(tickets.flatMap(({ labels }) => labels.map(({ name }) => name)))}
        />
        <TextFilter
          name="author"
          label="Author"
          value={author}
          suggestions={namesOf(tickets.flatMap((ticket) => ticket.author?.login ?? []))}
        />
        <ChoiceFilter
          name="sort"
          label="Order"
          value={sort === ticketSorts[0].sort ? '' : sort}
          choices={sortChoices}
        />
      </FilterForm>
    </>
  )
}

function namesOf(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'en'))
}
