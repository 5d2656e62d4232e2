import { CheckedFilter } from '@repo/ui/checked-filter'
import { FilterForm } from '@repo/ui/filter-form'
import Link from 'next/link'
import { INBOX_PATH, MAX_OWN_SECTIONS } from '#components/inbox/section-names.ts'
import type { FailedQuery, OwnQuery } from './inbox.ts'
import type { QueryProblem } from './inbox-queries.ts'
import { type InboxRequest, inboxParams, inboxPath } from './inbox-request.ts'
import styles from './own-section-form.module.css'
import { PreservedQueries } from './preserved-queries.tsx'
import { useSaveSection } from './saved-sections.ts'

type OwnSectionFormProps = {
  request: InboxRequest
  edited: OwnQuery | null
  otherProblems: readonly FailedQuery[]
}

const problemTexts: Record<QueryProblem, string> = {
  'too-many': `You can have up to ${MAX_OWN_SECTIONS} sections of your own. Remove one first.`,
  'no-kind': 'Add is:issue or is:pr: GitHub searches only one of the two at a time.',
  'too-long': 'GitHub accepts up to 256 characters. Shorten the search.',
  'open-quote': 'A quotation mark is missing: there must be two around each phrase.',
  'too-many-operators': 'GitHub accepts up to five AND, OR and NOT operators in a search.',
  'unknown-name':
    'GitHub finds no such user or repository, or hides it from your token. Check user:, org: and repo:.',
  rejected: 'GitHub rejected this search. Check the names of people, and the dates and numbers.',
}

/** Searches GitHub in its syntax; the results are a section of the viewer's own. */
export function OwnSectionForm({ request, edited, otherProblems }: OwnSectionFormProps) {
  const { section: _section, ...preserved } = inboxParams(request)
  return (
    <details className={styles.form} open={edited !== null} onSubmit={useSaveSection(request)}>
      <summary>{edited ? 'Edit a search' : 'Add a section of your own'}</summary>
      <FilterForm
        action={INBOX_PATH}
        label="A section of your own"
        submitLabel="Show section"
        preservedParams={preserved}
      >
        <PreservedQueries queries={request.queries} />
        <CheckedFilter
          wide
          name="q"
          label="Search in GitHub’s syntax"
          placeholder="is:issue is:open user:@me label:bug no:assignee"
          value={edited?.query}
          isFocused={edited !== null}
          error={edited?.problem ? problemTexts[edited.problem] : undefined}
        />
      </FilterForm>
      {otherProblems.length > 0 && (
        <ul aria-label="Other searches that are not shown">
          {otherProblems.map(({ query, problem }) => (
            <li key={query}>
              <Link href={inboxPath({ ...request, page: 1, edited: query })}>
                Edit &ldquo;<bdi>{query}</bdi>&rdquo;
              </Link>
              <span> {problemTexts[problem]}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        The sections that you add are saved in this browser only. The filters do not apply to them,
        except the order and the grouping.
      </p>
    </details>
  )
}
