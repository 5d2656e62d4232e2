import { z } from 'zod'
import { avatar, text } from './fields.ts'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/** A contributor; the login is null for a commit author without a GitHub account. */
export type Contributor = z.output<typeof contributor>

const contributor = z
  .object({ login: text, avatar_url: avatar, contributions: z.int().nonnegative(), type: text })
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
  const schema = z.array(contributor)
  const { snapshot, pages } = await read({
    route,
    params,
    schema,
    isOptional,
    ttl: SLOW_TTL,
    on204: [],
  })
  return { ...snapshot, ...(pages.next !== undefined && { partial: true }) }
}
