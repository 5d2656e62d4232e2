import { z } from 'zod'
import { type Dated, type Read, slowly } from '../reader.ts'
import { avatar, text } from '../shapes.ts'

/** A contributor; the login is null for somebody whom GitHub does not know. */
export type Contributor = z.output<typeof contributor>

const contributor = z
  .object({ login: text, avatar_url: avatar, contributions: z.int().nonnegative(), type: text })
  .transform((body) => ({
    login: body.login,
    avatarUrl: body.avatar_url,
    commits: body.contributions,
    bot: body.type === 'Bot',
  }))

/**
 * The contributors, most commits first; the first hundred when there are more.
 * @param optional where a page can do without them.
 */
export async function contributors(
  read: Read,
  owner: string,
  repo: string,
  { optional = true }: { optional?: boolean | undefined } = {},
): Promise<Dated<Contributor[]>> {
  const route = 'GET /repos/{owner}/{repo}/contributors'
  const params = { owner, repo, per_page: 100 }
  const shape = z.array(contributor)
  const { dated, pages } = await read({
    route,
    params,
    shape,
    optional,
    keep: slowly,
    whenEmpty: [],
  })
  return { ...dated, ...(pages.next !== undefined && { partial: true }) }
}
