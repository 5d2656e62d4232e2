import { z } from 'zod'
import { hasNextPage } from '../http/link-header.ts'
import { avatar, count, EMPTY_LIST, list, text } from './fields.ts'
import { toListSnapshot } from './pagination.ts'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/**
 * A contributor; the login is null for a commit author without a GitHub account. The number of
 * commits is null if unknown.
 */
export type Contributor = z.output<typeof contributor>

const contributor = z
  .object({ login: text, avatar_url: avatar, contributions: count, type: text })
  .refine(({ login, contributions }) => login !== null || contributions !== null)
  .transform((body) => ({
    login: body.login,
    avatarUrl: body.avatar_url,
    commits: body.contributions,
    isBot: body.type === 'Bot',
  }))

/**
 * Lists the contributors, most commits first; partial after the first 100.
 * @param options.isOptional Whether the page works without them.
 */
export async function listContributors(
  read: Read,
  owner: string,
  repo: string,
  { isOptional = true }: { isOptional?: boolean | undefined } = {},
): Promise<Snapshot<Contributor[]>> {
  const route = 'GET /repos/{owner}/{repo}/contributors'
  const params = { owner, repo, per_page: 100 }
  const schema = list(contributor)
  const { snapshot, pages } = await read({
    route,
    params,
    schema,
    isOptional,
    ttl: SLOW_TTL,
    on204: EMPTY_LIST,
  })
  return toListSnapshot(snapshot, hasNextPage(pages))
}
