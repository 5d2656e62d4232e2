import { z } from 'zod'
import type { Dated, Read } from '../reader.ts'
import { avatar, count, text, webUrl } from '../shapes.ts'
import { type Page, perPage, position } from './page.ts'
import { type RepoSummary, repoSummary } from './repo.ts'
import { searchRepos } from './search.ts'

/** A user or an organisation. */
export type Owner = z.output<typeof ownerShape>

/** An order in which an owner's repositories are listed. */
export type OwnerSort = 'stars' | 'pushed' | 'name'

const ownerShape = z
  .object({
    login: z.string(),
    type: text,
    name: text,
    bio: text,
    description: text,
    avatar_url: avatar,
    html_url: webUrl,
    blog: webUrl,
    location: text,
    followers: count,
    public_repos: count,
  })
  .transform((body) => ({
    login: body.login,
    organization: body.type === 'Organization',
    name: body.name,
    bio: body.bio ?? body.description,
    avatarUrl: body.avatar_url,
    url: body.html_url,
    blog: body.blog,
    location: body.location,
    followers: body.followers,
    publicRepos: body.public_repos,
  }))

/** A user or an organisation by login. */
export async function owner(read: Read, login: string): Promise<Dated<Owner>> {
  const route = 'GET /users/{username}'
  const { data, asOf } = await read({ route, params: { username: login }, shape: ownerShape })
  return { data, asOf }
}

/** One page of an owner's public repositories. */
export async function ownerRepos(
  read: Read,
  login: string,
  { sort, page }: { sort: OwnerSort; page: number },
): Promise<Dated<Page<RepoSummary>>> {
  // GitHub sorts an owner's list by everything but stars; its search does that.
  if (sort === 'stars') {
    return searchRepos(read, { q: `user:${login} fork:true`, sort: 'stars', page })
  }
  const { data, asOf, pages } = await read({
    route: 'GET /users/{username}/repos',
    params: {
      username: login,
      ...(sort === 'name' ? { sort: 'full_name', direction: 'asc' } : { sort: 'pushed' }),
      page,
      per_page: perPage,
    },
    shape: z.array(repoSummary),
  })
  return { data: { items: data, ...position(page, pages) }, asOf }
}
