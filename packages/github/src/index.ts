export { type Client, type ClientStatus, createClient } from './client.ts'
export { createGitHub } from './github.ts'
export { GitHubError, type GitHubErrorKind } from './github-error.ts'
export type { Quota } from './limits.ts'
export { isOwnerName, isRepoName } from './names.ts'
export { createPanel, type Panel, type TakePanel, type UnreadyPanel } from './panel.ts'
export type { Call, Dated } from './reader.ts'
export type { Week } from './reads/commit-activity.ts'
export type { Contributor } from './reads/contributors.ts'
export type { GitHub } from './reads/index.ts'
export type { Language } from './reads/languages.ts'
export type { Release } from './reads/latest-release.ts'
export type { Owner, OwnerSort } from './reads/owner.ts'
export type { Page } from './reads/page.ts'
export type { Repo, RepoSummary } from './reads/repo.ts'
export { isRepoId, mostRepoIds, type RepoById } from './reads/repos-by-id.ts'
export {
  lastSearchPage,
  longestQuery,
  type SearchResults,
  type SearchSort,
} from './reads/search.ts'
export type { FoundIssue, IssueSearchResults } from './reads/search-issues.ts'
export type { Viewer, ViewerRepo, ViewerSort } from './reads/viewer.ts'
