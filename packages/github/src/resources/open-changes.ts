import { z } from 'zod'
import { hasNextPage } from '../http/link-header.ts'
import { list, pullRequest, timestamp } from './fields.ts'
import { toListSnapshot } from './pagination.ts'
import type { Read, Snapshot } from './read.ts'

/** An issue or pull request that has changed, with the times at which it was opened and closed. */
export type ChangedItem = z.output<typeof changedItem>

/** How many more issues and pull requests are open than at a time before. */
export type OpenChanges = { issues: number; pulls: number }

const PER_PAGE = 100

const changedItem = z
  .object({
    created_at: timestamp.pipe(z.string()),
    closed_at: timestamp,
    pull_request: pullRequest,
  })
  .transform((body) => ({
    kind: body.pull_request ? ('pull' as const) : ('issue' as const),
    openedAt: body.created_at,
    closedAt: body.closed_at,
  }))

const schema = list(changedItem)

/**
 * Counts the issues and pull requests that were opened since a time, minus those that were closed;
 * reopened ones do not count. Null if more than 100 items have changed; partial if an item could not
 * be read.
 * @param since ISO 8601 time. Each time is a request of its own, so use the beginning of a day.
 */
export async function countOpenChanges(
  read: Read,
  owner: string,
  repo: string,
  since: string,
): Promise<Snapshot<OpenChanges | null>> {
  const { snapshot, pages } = await read({
    // Stored by its route: the list of conversations has other fields.
    route: 'GET /repos/{owner}/{repo}/issues{?since}',
    params: { owner, repo, since, state: 'all', sort: 'updated', per_page: PER_PAGE },
    schema,
    isOptional: true,
  })
  const { data: items, ...freshness } = toListSnapshot(snapshot)
  return { ...freshness, data: hasNextPage(pages) ? null : countChanges(items, since) }
}

function countChanges(items: readonly ChangedItem[], since: string): OpenChanges {
  const start = Date.parse(since)
  const isAfter = (time: string | null) => time !== null && Date.parse(time) >= start
  const changeOf = (kind: ChangedItem['kind']) => {
    const changed = items.filter((item) => item.kind === kind)
    const opened = changed.filter(({ openedAt }) => isAfter(openedAt)).length
    return opened - changed.filter(({ closedAt }) => isAfter(closedAt)).length
  }
  return { issues: changeOf('issue'), pulls: changeOf('pull') }
}
