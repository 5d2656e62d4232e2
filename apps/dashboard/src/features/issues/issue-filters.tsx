import type { IssueOrPull } from '@repo/github'
import { ChoiceFilter, FilterForm, TextFilter } from '@repo/ui/filter-form'
import { Tabs } from '@repo/ui/tabs'
import Link from 'next/link'
import { type IssueListRequest, issueListPath, issueSorts } from './issue-list-request.ts'

type IssueFiltersProps = {
  fullName: string
  request: IssueListRequest
  /** What is listed, whose labels and authors many will want to choose. */
  issues: readonly IssueOrPull[]
}

const states = [
  { state: 'open', label: 'Open' },
  { state: 'closed', label: 'Closed' },
] as const

const sortChoices = issueSorts.map(({ sort, label }, index) => ({
  value: index === 0 ? '' : sort,
  label,
}))

/** What narrows a list of issues or pull requests; the address says it all. */
export function IssueFilters({ fullName, request, issues }: IssueFiltersProps) {
  const { kind, state, sort, label, author } = request
  return (
    <>
      <Tabs
        label="State"
        tabs={states.map((one) => ({
          href: issueListPath(fullName, { ...request, state: one.state }),
          label: one.label,
          current: one.state === state,
        }))}
      />
      <FilterForm
        action={issueListPath(fullName, { kind, state: 'open', sort: 'newest' })}
        label="Filters"
        preservedParams={{ state: state === 'closed' ? state : undefined }}
        end={
          (label !== undefined || author !== undefined) && (
            <Link href={issueListPath(fullName, { kind, state, sort })}>Without filters</Link>
          )
        }
      >
        <TextFilter
          name="label"
          label="Label"
          value={label}
          suggestions={namesOf(issues.flatMap(({ labels }) => labels.map(({ name }) => name)))}
        />
        <TextFilter
          name="author"
          label="Author"
          value={author}
          suggestions={namesOf(issues.flatMap((issue) => issue.author?.login ?? []))}
        />
        <ChoiceFilter
          name="sort"
          label="Order"
          value={sort === issueSorts[0].sort ? '' : sort}
          choices={sortChoices}
        />
      </FilterForm>
    </>
  )
}

function namesOf(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'en'))
}
