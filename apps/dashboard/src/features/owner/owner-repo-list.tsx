import type { Owner, OwnerSort, Page, RepoSummary } from '@repo/github'
import { Count } from '@repo/ui/count'
import { ChoiceFilter, FilterForm, TextFilter } from '@repo/ui/filter-form'
import Link from 'next/link'
import { useListPath } from '#components/list/list-path.ts'
import { ListSummary } from '#components/list/list-place.tsx'
import { addSearchParams } from '#components/list-query.ts'
import { ownerPath } from '#components/repo/paths.ts'
import { RepoList } from '#components/repo/repo-list.tsx'
import {
  describeFilters,
  hasFilters,
  MAX_FILTERED,
  type OwnerReposRequest,
  ownerSorts,
} from './owner-repos.ts'

const typeChoices = [
  { value: '', label: 'All' },
  { value: 'source', label: 'Sources' },
  { value: 'fork', label: 'Forks' },
]

const archivedChoices = [
  { value: '', label: 'Include' },
  { value: 'no', label: 'Exclude' },
  { value: 'only', label: 'Only' },
]

/** One page of an owner's repositories. */
export type OwnerRepos = {
  repos: Page<RepoSummary>
  languages: string[]
  /** What the filters found; undefined without filters. */
  filtered?: { total: number; isTruncated: boolean }
}

type OwnerRepoListProps = OwnerRepos & { owner: Owner; request: OwnerReposRequest }

/** An owner's repositories, with filters that the URL contains. */
export function OwnerRepoList(props: OwnerRepoListProps) {
  const { owner, request, repos, languages, filtered } = props
  const { filters, sort } = request
  const toListPath = useListPath()
  const path = ownerPath(owner.login)
  const preserved = { sort: sort === ownerSorts[0].sort ? undefined : (sort as OwnerSort) }
  const clearPath = addSearchParams(path, preserved)
  return (
    <>
      <FilterForm
        action={toListPath(path)}
        label="Filters"
        preservedParams={preserved}
        end={
          hasFilters(filters) && (
            <Link href={toListPath(clearPath)} scroll={false}>
              Clear filters
            </Link>
          )
        }
      >
        <TextFilter
          name="language"
          label="Language"
          value={filters.language}
          suggestions={languages}
        />
        <ChoiceFilter name="type" label="Type" value={filters.type} choices={typeChoices} />
        <ChoiceFilter
          name="archived"
          label="Archived"
          value={filters.archived}
          choices={archivedChoices}
        />
      </FilterForm>
      <ListSummary>
        {filtered ? describeResult(filtered, request, owner) : <RepoCount owner={owner} />}
      </ListSummary>
      <RepoList
        path={path}
        search={filters}
        sorts={ownerSorts}
        sort={sort}
        repos={repos}
        toListPath={toListPath}
        emptyText={
          filtered?.total === 0 ? (
            <Link href={clearPath} scroll={false}>
              Show all repositories
            </Link>
          ) : (
            owner.publicRepos === 0 && `${owner.login} has no public repositories.`
          )
        }
      />
    </>
  )
}

function RepoCount({ owner: { publicRepos } }: { owner: Owner }) {
  if (publicRepos === null) return <span>Repositories</span>
  return (
    <span>
      <Count value={publicRepos} /> {publicRepos === 1 ? 'repository' : 'repositories'}
    </span>
  )
}

function describeResult(
  { total, isTruncated }: NonNullable<OwnerRepos['filtered']>,
  { filters }: OwnerReposRequest,
  { login, publicRepos }: Owner,
) {
  return (
    <span>
      <span>{total === 0 ? 'No' : <Count value={total} />}</span> {describeFilters(filters)}
      {isTruncated ? ` among the ${MAX_FILTERED} that were pushed last` : ''} of {login}
      {isTruncated && publicRepos !== null && (
        <span>
          , which has <Count value={publicRepos} />
        </span>
      )}
      <span>.</span>
    </span>
  )
}
