import { checks } from './checks.ts'
import { codeFrequency } from './code-frequency.ts'
import { commitActivity } from './commit-activity.ts'
import { community } from './community.ts'
import { contributorStats } from './contributor-stats.ts'
import { contributors } from './contributors.ts'
import { conversations } from './conversations.ts'
import { type IssueQuery, issuesOrPulls } from './issues.ts'
import { languages } from './languages.ts'
import { latestRelease } from './latest-release.ts'
import { openPullCount } from './open-pulls.ts'
import { type OwnerSort, owner, ownerRepos } from './owner.ts'
import { participation } from './participation.ts'
import { rateLimit } from './rate-limit.ts'
import type { Read } from './read.ts'
import { readme } from './readme.ts'
import { releases, unreleased } from './releases.ts'
import { repo } from './repo.ts'
import { reposById } from './repos-by-id.ts'
import { searchIssues } from './search-issues.ts'
import { type SearchSort, searchRepos } from './search-repos.ts'
import { starHistory } from './star-history.ts'
import { type ViewerSort, viewer, viewerRepos } from './viewer.ts'

/** What the dashboard reads from GitHub. */
export type GitHub = ReturnType<typeof bindResources>

/**
 * Binds the reads to a way of reading. Each answers with checked data under our names, or throws a
 * `GitHubError`.
 */
export function bindResources(read: Read) {
  return {
    repo: (login: string, name: string) => repo(read, login, name),
    checks: (login: string, name: string) => checks(read, login, name),
    languages: (login: string, name: string) => languages(read, login, name),
    commitActivity: (login: string, name: string) => commitActivity(read, login, name),
    latestRelease: (login: string, name: string) => latestRelease(read, login, name),
    contributors: (login: string, name: string, list?: { isOptional?: boolean }) =>
      contributors(read, login, name, list),
    owner: (login: string) => owner(read, login),
    ownerRepos: (login: string, list: { sort: OwnerSort; page: number }) =>
      ownerRepos(read, login, list),
    searchRepos: (search: { q: string; sort: SearchSort; page: number }) =>
      searchRepos(read, search),
    rateLimit: () => rateLimit(read),
    releases: (login: string, name: string, list: { page: number; isOptional?: boolean }) =>
      releases(read, login, name, list),
    unreleased: (login: string, name: string, tag: string) => unreleased(read, login, name, tag),
    starHistory: (login: string, name: string) => starHistory(read, login, name),
    community: (login: string, name: string) => community(read, login, name),
    readme: (login: string, name: string) => readme(read, login, name),
    participation: (login: string, name: string) => participation(read, login, name),
    codeFrequency: (login: string, name: string) => codeFrequency(read, login, name),
    contributorStats: (login: string, name: string) => contributorStats(read, login, name),
    openPullCount: (login: string, name: string) => openPullCount(read, login, name),
    issuesOrPulls: (login: string, name: string, query: IssueQuery) =>
      issuesOrPulls(read, login, name, query),
    conversations: (login: string, name: string) => conversations(read, login, name),
    reposById: (ids: readonly number[]) => reposById(read, ids),
    viewer: () => viewer(read),
    viewerRepos: (list: { sort: ViewerSort; page: number }) => viewerRepos(read, list),
    searchIssues: (search: { q: string; page: number }) => searchIssues(read, search),
  }
}
