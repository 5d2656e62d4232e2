import { createReader, type ReaderOptions } from './reader.ts'
import { commitActivity } from './reads/commit-activity.ts'
import { contributors } from './reads/contributors.ts'
import { languages } from './reads/languages.ts'
import { latestRelease } from './reads/latest-release.ts'
import { type OwnerSort, owner, ownerRepos } from './reads/owner.ts'
import { repo } from './reads/repo.ts'
import { type SearchSort, searchRepos } from './reads/search.ts'

/** What the dashboard reads from GitHub. */
export type GitHub = ReturnType<typeof createGitHub>

/**
 * Binds the reads to one base URL, one identity and one deadline. Each read answers with checked
 * data under our names, or throws a `GitHubError`.
 */
export function createGitHub(options: ReaderOptions) {
  const read = createReader(options)
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
  }
}
