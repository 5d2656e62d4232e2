import type { Read } from '../reader.ts'
import { commitActivity } from './commit-activity.ts'
import { contributors } from './contributors.ts'
import { languages } from './languages.ts'
import { latestRelease } from './latest-release.ts'
import { type OwnerSort, owner, ownerRepos } from './owner.ts'
import { rateLimit } from './rate-limit.ts'
import { repo } from './repo.ts'
import { reposById } from './repos-by-id.ts'
import { type SearchSort, searchRepos } from './search.ts'
import { searchIssues } from './search-issues.ts'
import { type ViewerSort, viewer, viewerRepos } from './viewer.ts'

/** What the dashboard reads from GitHub. */
export type GitHub = ReturnType<typeof bindReads>

/**
 * Binds the reads to a way of reading. Each answers with checked data under our names, or throws a
 * `GitHubError`.
 */
export function bindReads(read: Read) {
  return {
    repo: (login: string, name: string) => repo(read, login, name),
    languages: (login: string, name: string) => languages(read, login, name),
    commitActivity: (login: string, name: string) => commitActivity(read, login, name),
    latestRelease: (login: string, name: string) => latestRelease(read, login, name),
    contributors: (login: string, name: string) => contributors(read, login, name),
    owner: (login: string) => owner(read, login),
    ownerRepos: (login: string, list: { sort: OwnerSort; page: number }) =>
      ownerRepos(read, login, list),
    searchRepos: (search: { q: string; sort: SearchSort; page: number }) =>
      searchRepos(read, search),
    rateLimit: () => rateLimit(read),
    viewer: () => viewer(read),
    viewerRepos: (list: { sort: ViewerSort; page: number }) => viewerRepos(read, list),
    searchIssues: (search: { q: string; page: number }) => searchIssues(read, search),
    reposById: (ids: readonly number[]) => reposById(read, ids),
  }
}
