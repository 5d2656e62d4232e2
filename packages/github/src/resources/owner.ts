import { z } from 'zod'
import { GitHubError } from '../http/github-error.ts'
import { avatar, count, emojiText, list, requiredText, text, webUrl } from './fields.ts'
import { MAX_SEARCH_PAGE, type Page, PER_PAGE, readPage } from './pagination.ts'
import type { Read, Snapshot } from './read.ts'
import { type RepoSummary, repoSummary } from './repo.ts'
import { searchRepos } from './search-repos.ts'

/** A user or an organization. */
export type Owner = z.output<typeof ownerShape>

/** A sort order of an owner's repositories. */
export type OwnerSort = 'stars' | 'pushed' | 'name'

const ownerShape = z
  .object({
    login: requiredText,
    type: text,
    name: text,
    bio: emojiText,
    description: emojiText,
    avatar_url: avatar,
    html_url: webUrl,
    blog: webUrl,
    location: text,
    followers: count,
    public_repos: count,
  })
  .transform((body) => ({
    login: body.login,
    isOrganization: body.type === 'Organization',
    name: body.name,
    bio: body.bio ?? body.description,
    avatarUrl: body.avatar_url,
    url: body.html_url,
    blog: body.blog,
    location: body.location,
    followers: body.followers,
    publicRepos: body.public_repos,
  }))

/** Gets a user or an organization by login. */
export async function getOwner(read: Read, login: string): Promise<Snapshot<Owner>> {
  const route = 'GET /users/{username}'
  const { snapshot } = await read({
    route,
    params: { username: login },
    schema: ownerShape,
    isEssential: true,
  })
  return snapshot
}

const repoSummaries = list(repoSummary)

/** Lists one page of an owner's public repositories, at most 100; by stars always 30. */
export async function listOwnerRepos(
  read: Read,
  login: string,
  { sort, page, perPage = PER_PAGE }: { sort: OwnerSort; page: number; perPage?: number },
): Promise<Snapshot<Page<RepoSummary>>> {
  if (sort === 'stars') return ownerReposByStars(read, login, Math.min(page, MAX_SEARCH_PAGE))

  const order = sort === 'name' ? { sort: 'full_name', direction: 'asc' } : { sort: 'pushed' }
  return readPage(
    (position) =>
      read({
        route: 'GET /users/{username}/repos',
        params: { username: login, ...order, ...position, per_page: perPage },
        schema: repoSummaries,
        isEssential: true,
      }),
    page,
  )
}

// GitHub cannot sort an owner's list by stars; its search can.
async function ownerReposByStars(
  read: Read,
  login: string,
  page: number,
): Promise<Snapshot<Page<RepoSummary>>> {
  try {
    const q = `user:${login} fork:true`
    const found = await searchRepos(read, { q, sort: 'stars', page })
    const { items, hasNext, lastPage } = found.data
    return { ...found, data: { items, page, hasNext, lastPage } }
  } catch (error) {
    // The search returns 422 for an unknown owner, and for one that it does not cover, such as a bot.
    if (!(error instanceof GitHubError && error.status === 422)) throw error
    return listOwnerRepos(read, login, { sort: 'pushed', page })
  }
}
