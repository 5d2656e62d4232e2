import type { IssueOrPull } from '@repo/github'
import { ChoiceFilter, FilterForm, TextFilter } from '@repo/ui/filter-form'
import { Tabs } from '@repo/ui/tabs'
import Link from 'next/link'
import { useListPath } from '#components/list/list-path.ts'
import { type IssueListRequest, issueListPath, issueSorts } from './issue-list-request.ts'

type IssueFiltersProps = {
  /** The path of the list, without a request. */
  listPath: string
  request: IssueListRequest
  /** The listed items; their labels and authors are suggestions. */
  issues: readonly IssueOrPull[]
}

const stateTabs = [
  { state: 'open', label: 'Open' },
  { state: 'closed', label: 'Closed' },
] as const

const sortChoices = issueSorts.map(({ sort, label }, index) => ({
  value: index === 0 ? '' : sort,
  label,
}))

/** Filters for a list of issues or pull requests; the URL contains all of them. */
export function IssueFilters({ listPath, request, issues }: IssueFiltersProps) {
  const { kind, state, sort, label, author } = request
  const toListPath = useListPath()
  return (
    <>
      <Tabs
        label="State"
        keepsScroll
        tabs={stateTabs.map((tab) => ({
          href: toListPath(issueListPath(listPath, { ...request, state: tab.state })),
          label: tab.label,
          current: tab.state === state,
        }))}
      />
      <FilterForm
        action={toListPath(issueListPath(listPath, { kind, state: 'open', sort: 'newest' }))}
        label="Filters"
        preservedParams={{ state: state === 'closed' ? state : undefined }}
        end={
          (label !== undefined || author !== undefined) && (
            <Link href={toListPath(issueListPath(listPath, { kind, state, sort }))} scroll={false}>
              Clear filters
            </Link>
          )
        }
      >
        <TextFilter
          name="label"
          label="Label"
          value={label}
          suggestions={sortUnique(issues.flatMap(({ labels }) => labels.map(({ name }) => name)))}
        />
        <TextFilter
          name="author"
          label="Author"
          value={author}
          suggestions={sortUnique(issues.flatMap((issue) => issue.author?.login ?? []))}
        />
        <ChoiceFilter
          name="sort"
          label="Sort by"
          value={sort === issueSorts[0].sort ? '' : sort}
          choices={sortChoices}
        />
      </FilterForm>
    </>
  )
}

function sortUnique(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'en'))
}
