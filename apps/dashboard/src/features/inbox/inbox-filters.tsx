import { CheckedFilter } from '@repo/ui/checked-filter'
import { ChoiceFilter, FilterForm, TextFilter } from '@repo/ui/filter-form'
import Link from 'next/link'
import { INBOX_PATH } from '#components/inbox/section-names.ts'
import { useListPath } from '#components/list/list-path.ts'
import type { Inbox } from './inbox.ts'
import styles from './inbox-filters.module.css'
import { type InboxRequest, inboxParams, inboxSectionPath, inboxSorts } from './inbox-request.ts'
import { PreservedQueries } from './preserved-queries.tsx'

const sortChoices = inboxSorts.map(({ sort, label }, index) => ({
  value: index === 0 ? '' : sort,
  label,
}))

const botChoices = [
  { value: '', label: 'Exclude' },
  { value: 'in', label: 'Include' },
]

const groupChoices = [
  { value: '', label: 'Nothing' },
  { value: 'repo', label: 'Repository' },
]

/** Filters, order and grouping of all sections; the URL contains them. */
export function InboxFilters({ inbox: { request, sections, ownerProblem } }: { inbox: Inbox }) {
  const { owner, label, sort, hasBots, isGrouped } = request
  const { section } = inboxParams(request)
  const toListPath = useListPath()
  const labels = sections.flatMap(({ items }) =>
    'data' in items ? items.data.items.flatMap((item) => item.labels.map(({ name }) => name)) : [],
  )
  return (
    <details className={styles.filters} open={ownerProblem !== null || label !== undefined}>
      <summary>{describeFilters(request)}</summary>
      <FilterForm
        action={toListPath(INBOX_PATH)}
        label="Filters"
        preservedParams={{ section }}
        end={
          (owner !== undefined || label !== undefined) && (
            <Link
              href={inboxSectionPath(
                { ...request, owner: undefined, label: undefined },
                request.section,
              )}
            >
              Clear filters
            </Link>
          )
        }
      >
        <PreservedQueries queries={request.queries} />
        <CheckedFilter
          name="owner"
          label="Owner (default: you)"
          value={owner}
          error={ownerProblem ? ownerTexts[ownerProblem] : undefined}
        />
        <TextFilter
          name="label"
          label="Label"
          value={label}
          suggestions={[...new Set(labels)].toSorted((a, b) => a.localeCompare(b, 'en'))}
        />
        <ChoiceFilter
          name="sort"
          label="Sort by"
          value={sort === inboxSorts[0].sort ? '' : sort}
          choices={sortChoices}
        />
        <ChoiceFilter name="bots" label="Bots" value={hasBots ? 'in' : ''} choices={botChoices} />
        <ChoiceFilter
          name="group"
          label="Group by"
          value={isGrouped ? 'repo' : ''}
          choices={groupChoices}
        />
      </FilterForm>
    </details>
  )
}

/** What the filters are: `Your repositories, newest first, without bots`. */
function describeFilters({ owner, label, sort, hasBots, isGrouped }: InboxRequest): string {
  return [
    owner ? `Repositories of ${owner}` : 'Your repositories, all review requests',
    label && `labeled ${label}`,
    sortTexts[sort],
    !hasBots && 'without bots',
    isGrouped && 'by repository',
  ]
    .filter(Boolean)
    .join(', ')
}

const sortTexts = {
  newest: 'newest first',
  oldest: 'oldest first',
  waiting: 'longest waiting first',
}

const ownerTexts = {
  invalid: 'Enter the name of a user or an organization, such as octocat.',
  unknown: 'GitHub finds no user or organization with this name, or hides it from your token.',
}
