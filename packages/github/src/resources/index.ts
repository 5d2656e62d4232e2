import { getChecks } from './checks.ts'
import { getCodeFrequency } from './code-frequency.ts'
import { getCommitActivity } from './commit-activity.ts'
import { getCommunityProfile } from './community.ts'
import { getContributorStats } from './contributor-stats.ts'
import { listContributors } from './contributors.ts'
import { findStoredConversations, listConversations } from './conversations.ts'
import { type IssueQuery, listIssuesOrPulls } from './issues.ts'
import { getLanguages } from './languages.ts'
import { countOpenChanges } from './open-changes.ts'
import { countOpenItems } from './open-items.ts'
import { getOwner, listOwnerRepos, type OwnerSort } from './owner.ts'
import { getParticipation } from './participation.ts'
import { getRateLimit } from './rate-limit.ts'
import type { Read } from './read.ts'
import { getReadme } from './readme.ts'
import { getLatestRelease, getUnreleasedCommits, listReleases } from './releases.ts'
import { countOpenPulls, getRepo } from './repo.ts'
import { getReposById } from './repos-by-id.ts'
import { searchIssues } from './search-issues.ts'
import { searchOwners } from './search-owners.ts'
import { type RepoSearch, searchRepos } from './search-repos.ts'
import { listSecurityAdvisories } from './security-advisories.ts'
import { getFullStarHistory, getRecentStars, getStarHistory } from './star-history.ts'
import { getViewer, listViewerRepos, type ViewerRepoList } from './viewer.ts'
import { countWorkflowRuns } from './workflow-runs.ts'

/** The GitHub resources that the dashboard reads. */
export type GitHub = ReturnType<typeof bindResources>

/**
 * Binds the resources to a read function. Each returns validated data or throws a `GitHubError`.
 */
export function bindResources(read: Read) {
  return {
    getRepo: (login: string, name: string) => getRepo(read, login, name),
    getChecks: (login: string, name: string) => getChecks(read, login, name),
    getLanguages: (login: string, name: string) => getLanguages(read, login, name),
    getCommitActivity: (login: string, name: string) => getCommitActivity(read, login, name),
    getLatestRelease: (login: string, name: string, release?: { isOptional?: boolean }) =>
      getLatestRelease(read, login, name, release),
    listContributors: (login: string, name: string, list?: { isOptional?: boolean }) =>
      listContributors(read, login, name, list),
    getOwner: (login: string) => getOwner(read, login),
    listOwnerRepos: (login: string, list: { sort: OwnerSort; page: number; perPage?: number }) =>
      listOwnerRepos(read, login, list),
    searchRepos: (search: RepoSearch) => searchRepos(read, search),
    searchOwners: (search: { q: string }) => searchOwners(read, search),
    getRateLimit: () => getRateLimit(read),
    listReleases: (login: string, name: string, list: { page: number; isOptional?: boolean }) =>
      listReleases(read, login, name, list),
    getUnreleasedCommits: (login: string, name: string, tag: string) =>
      getUnreleasedCommits(read, login, name, tag),
    getStarHistory: (login: string, name: string) => getStarHistory(read, login, name),
    getFullStarHistory: (login: string, name: string) => getFullStarHistory(read, login, name),
    getRecentStars: (login: string, name: string) => getRecentStars(read, login, name),
    getCommunityProfile: (login: string, name: string) => getCommunityProfile(read, login, name),
    getReadme: (login: string, name: string) => getReadme(read, login, name),
    getParticipation: (login: string, name: string) => getParticipation(read, login, name),
    getCodeFrequency: (login: string, name: string) => getCodeFrequency(read, login, name),
    getContributorStats: (login: string, name: string) => getContributorStats(read, login, name),
    countOpenItems: (login: string, name: string) => countOpenItems(read, login, name),
    countOpenChanges: (login: string, name: string, since: string) =>
      countOpenChanges(read, login, name, since),
    countOpenPulls: (login: string, name: string) => countOpenPulls(read, login, name),
    listIssuesOrPulls: (login: string, name: string, query: IssueQuery) =>
      listIssuesOrPulls(read, login, name, query),
    listConversations: (login: string, name: string) => listConversations(read, login, name),
    findStoredConversations: (login: string, name: string) =>
      findStoredConversations(read, login, name),
    listSecurityAdvisories: (login: string, name: string) =>
      listSecurityAdvisories(read, login, name),
    countWorkflowRuns: (login: string, name: string, branch: string) =>
      countWorkflowRuns(read, login, name, branch),
    getReposById: (ids: readonly number[]) => getReposById(read, ids),
    getViewer: () => getViewer(read),
    listViewerRepos: (list: ViewerRepoList) => listViewerRepos(read, list),
    searchIssues: (search: { q: string; page: number }) => searchIssues(read, search),
  }
}
