import { z } from 'zod'
import { GitHubError } from '../github-error.ts'
import type { Dated, Read } from '../reader.ts'
import { avatar, count, text, webUrl } from '../shapes.ts'
import { type Page, pageOf, perPage } from './page.ts'
import { type RepoSummary, repoSummary } from './repo.ts'
import { lastSearchPage, searchRepos } from './search.ts'

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
  const { dated } = await read({ route, params: { username: login }, shape: ownerShape })
  return dated
}

/** One page of an owner's public repositories. */
export async function ownerRepos(
  read: Read,
  login: string,
  { sort, page }: { sort: OwnerSort; page: number },
): Promise<Dated<Page<RepoSummary>>> {
  if (sort === 'stars') return ownerReposByStars(read, login, Math.min(page, lastSearchPage))

  const { dated, pages } = await read({
    route: 'GET /users/{username}/repos',
    params: {
      username: login,
      ...(sort === 'name' ? { sort: 'full_name', direction: 'asc' } : { sort: 'pushed' }),
      page,
      per_page: perPage,
    },
    shape: z.array(repoSummary),
  })
  return { ...dated, data: pageOf(dated.data, page, pages) }
}

// GitHub sorts an owner's list by everything but stars; its search does that.
async function ownerReposByStars(
  read: Read,
  login: string,
  page: number,
): Promise<Dated<Page<RepoSummary>>> {
  try {
    const q = `user:${login} fork:true`
    const found = await searchRepos(read, { q, sort: 'stars', page })
    const { items, hasNext, lastPage } = found.data
    return { ...found, data: { items, page, hasNext, lastPage } }
  } catch (error) {
    // The search refuses an owner that it does not know.
    if (!(error instanceof GitHubError && error.status === 422)) throw error
    throw new GitHubError('not-found', { status: 422, path: error.path })
  }
}
