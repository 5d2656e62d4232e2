export { derive } from './cache/derive.ts'
export {
  type Change,
  type Client,
  type ClientStatus,
  createClient,
  createGitHub,
} from './client/client.ts'
export { createPanel, type Panel, type ToPanel, type UnavailablePanel } from './client/panel.ts'
export { createFetch } from './http/fetch-whole-body.ts'
export {
  type ErrorRules,
  errorRules,
  GITHUB_ERRORS,
  GitHubError,
  type GitHubErrorKind,
  type Restriction,
} from './http/github-error.ts'
export type { Quota } from './http/rate-limit.ts'
export type { SentRequest } from './http/request.ts'
export type { TokenGrant } from './http/token-headers.ts'
export {
  computeResponsiveness,
  type FirstResponse,
  listDurations,
  type Resolution,
  type Responsiveness,
} from './metrics/responsiveness.ts'
export {
  type BusFactor,
  busFactor,
  type Cadence,
  median,
  releaseCadence,
} from './metrics/statistics.ts'
export type { Checks } from './resources/checks.ts'
export type { CodeWeek } from './resources/code-frequency.ts'
export type { Week } from './resources/commit-activity.ts'
export type { CommunityFile } from './resources/community.ts'
export type { ContributorYear } from './resources/contributor-stats.ts'
export type { Contributor } from './resources/contributors.ts'
export type { Conversation, Conversations } from './resources/conversations.ts'
export type { SpendRequest } from './resources/fetch-entry.ts'
export type { GitHub } from './resources/index.ts'
export type { IssueOrPull, IssueOrPullPage, IssueQuery, IssueSort } from './resources/issues.ts'
export type { Label } from './resources/labels.ts'
export type { Language } from './resources/languages.ts'
export { isFullName, isOwnerName, isRepoName } from './resources/names.ts'
export type { OpenChanges } from './resources/open-changes.ts'
export type { OpenItems } from './resources/open-items.ts'
export type { Owner, OwnerSort } from './resources/owner.ts'
export { MAX_SEARCH_PAGE, type Page } from './resources/pagination.ts'
export type { Participation } from './resources/participation.ts'
export type { GitHubCall, Snapshot } from './resources/read.ts'
export type { Readme } from './resources/readme.ts'
export type { ListedRelease, Release, Unreleased } from './resources/releases.ts'
export type { Repo, RepoSummary } from './resources/repo.ts'
export { isRepoId, MAX_REPO_IDS, type RepoById } from './resources/repos-by-id.ts'
export type { FoundIssue, IssueSearchResults } from './resources/search-issues.ts'
export type { OwnerSearchResults, OwnerSummary } from './resources/search-owners.ts'
export {
  MAX_QUERY_LENGTH,
  type SearchResults,
  type SearchSort,
} from './resources/search-repos.ts'
export type { SecurityAdvisory } from './resources/security-advisories.ts'
export type { FullStarHistory, StarWeek } from './resources/star-history.ts'
export type { Topic } from './resources/topics.ts'
export { parseTypedName, type TypedName } from './resources/typed-name.ts'
export type { Viewer, ViewerRepo, ViewerSort } from './resources/viewer.ts'
export type { WorkflowRuns } from './resources/workflow-runs.ts'
