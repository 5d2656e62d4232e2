import { z } from 'zod'
import { type Dated, type Read, slowly } from '../reader.ts'
import { avatar, text } from '../shapes.ts'

/** Who committed, most commits first; `isComplete` is false when there are more than are listed. */
export type Contributors = { people: Contributor[]; isComplete: boolean }

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

/** The first hundred contributors. */
export async function contributors(
  read: Read,
  owner: string,
  repo: string,
): Promise<Dated<Contributors>> {
  const route = 'GET /repos/{owner}/{repo}/contributors'
  const params = { owner, repo, per_page: 100 }
  const shape = z.array(contributor)
  const { dated, pages } = await read({ route, params, shape, keep: slowly, whenEmpty: [] })
  return { ...dated, data: { people: dated.data, isComplete: pages.next === undefined } }
}
