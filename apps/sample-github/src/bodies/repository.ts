import type { Account } from '../data/account.ts'
import { findAccount } from '../data/accounts.ts'
import { isoAgo, isoDate, secondsPerWeek } from '../data/clock.ts'
import { type LicenseKey, mainLanguage, type RepoFacts } from '../data/facts.ts'
import { isMember } from '../data/repository-people.ts'
import { simpleUser } from './account.ts'
import { nodeId, type Schema, type View, web } from './schemas.ts'

const licenseNames: Record<LicenseKey, readonly [name: string, spdxId: string]> = {
  mit: ['MIT License', 'MIT'],
  'apache-2.0': ['Apache License 2.0', 'Apache-2.0'],
  'bsd-3-clause': ['BSD 3-Clause "New" or "Revised" License', 'BSD-3-Clause'],
  'mpl-2.0': ['Mozilla Public License 2.0', 'MPL-2.0'],
  'gpl-3.0': ['GNU General Public License v3.0', 'GPL-3.0'],
  other: ['Other', 'NOASSERTION'],
}

function license(key: LicenseKey | null, { api }: View) {
  if (key === null) return null
  const [name, spdxId] = licenseNames[key]
  return {
    key,
    name,
    spdx_id: spdxId,
    url: key === 'other' ? null : `${api}/licenses/${key}`,
    node_id: `L_${key}`,
  } satisfies Schema<'license-simple'>
}

export function repositoryUrl(repo: RepoFacts, { api }: View): string {
  return `${api}/repos/${repo.fullName}`
}

export function repositoryHtmlUrl(repo: RepoFacts): string {
  return `${web}/${repo.fullName}`
}

function urls(repo: RepoFacts, view: View) {
  const url = repositoryUrl(repo, view)
  return {
    html_url: repositoryHtmlUrl(repo),
    url,
    forks_url: `${url}/forks`,
    keys_url: `${url}/keys{/key_id}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    teams_url: `${url}/teams`,
    hooks_url: `${url}/hooks`,
    issue_events_url: `${url}/issues/events{/number}`,
    events_url: `${url}/events`,
    assignees_url: `${url}/assignees{/user}`,
    branches_url: `${url}/branches{/branch}`,
    tags_url: `${url}/tags`,
    blobs_url: `${url}/git/blobs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    trees_url: `${url}/git/trees{/sha}`,
    statuses_url: `${url}/statuses/{sha}`,
    languages_url: `${url}/languages`,
    stargazers_url: `${url}/stargazers`,
    contributors_url: `${url}/contributors`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    commits_url: `${url}/commits{/sha}`,
    git_commits_url: `${url}/git/commits{/sha}`,
    comments_url: `${url}/comments{/number}`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    contents_url: `${url}/contents/{+path}`,
    compare_url: `${url}/compare/{base}...{head}`,
    merges_url: `${url}/merges`,
    archive_url: `${url}/{archive_format}{/ref}`,
    downloads_url: `${url}/downloads`,
    issues_url: `${url}/issues{/number}`,
    pulls_url: `${url}/pulls{/number}`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    labels_url: `${url}/labels{/name}`,
    releases_url: `${url}/releases{/id}`,
    deployments_url: `${url}/deployments`,
    git_url: `git://github.example/${repo.fullName}.git`,
    ssh_url: `git@github.example:${repo.fullName}.git`,
    clone_url: `${repositoryHtmlUrl(repo)}.git`,
    svn_url: repositoryHtmlUrl(repo),
  }
}

export function ownerOf(repo: RepoFacts): Account {
  const owner = findAccount(repo.owner)
  if (!owner) throw new Error(`${repo.fullName} has an unknown owner`)
  return owner
}

/** A repository in lists and inside other bodies, without the fields of the full response. */
export function repositoryInList(repo: RepoFacts, view: View) {
  const openIssues = repo.openIssues + repo.openPulls
  return {
    id: repo.id,
    node_id: nodeId('R', repo.id),
    name: repo.name,
    full_name: repo.fullName,
    private: repo.visibleTo !== null,
    owner: simpleUser(ownerOf(repo), view),
    description: repo.description,
    fork: repo.forkOf !== null,
    ...urls(repo, view),
    created_at: isoAgo(view.today, repo.createdWeeksAgo * secondsPerWeek),
    updated_at: isoAgo(view.today, repo.updatedSecondsAgo),
    pushed_at: repo.pushed ? isoDate(repo.pushed.at) : isoAgo(view.today, repo.pushedSecondsAgo),
    homepage: repo.homepage,
    size: repo.kilobytes,
    stargazers_count: repo.stars,
    watchers_count: repo.stars,
    language: mainLanguage(repo),
    has_issues: repo.hasIssues,
    has_projects: true,
    has_downloads: true,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    has_pull_requests: true,
    pull_request_creation_policy: 'all',
    forks_count: repo.forks,
    mirror_url: repo.mirrorUrl,
    archived: repo.archived,
    disabled: false,
    open_issues_count: openIssues,
    license: license(repo.license, view),
    allow_forking: true,
    is_template: repo.template,
    web_commit_signoff_required: false,
    topics: repo.topics,
    visibility: repo.visibleTo === null ? 'public' : 'private',
    forks: repo.forks,
    open_issues: openIssues,
    watchers: repo.stars,
    default_branch: repo.defaultBranch,
    ...(view.viewer === undefined ? {} : { permissions: permissions(repo, view.viewer) }),
  } satisfies Schema<'repository'>
}

function permissions(repo: RepoFacts, viewer: string) {
  const isOwner = repo.owner === viewer
  const isWriter = isMember(repo, viewer)
  return { admin: isOwner, maintain: isOwner, push: isWriter, triage: isWriter, pull: true }
}

export function fullRepository(
  repo: RepoFacts,
  parent: RepoFacts | undefined,
  view: View,
): Schema<'full-repository'> {
  const owner = ownerOf(repo)
  return {
    ...repositoryInList(repo, view),
    // GitHub includes a token for cloning when the viewer can read a private repository.
    temp_clone_token:
      view.viewer !== undefined && repo.visibleTo ? `SAMPLECLONETOKEN${view.viewer}` : null,
    ...(owner.kind === 'Organization' ? { organization: simpleUser(owner, view) } : {}),
    ...(parent
      ? { parent: repositoryInList(parent, view), source: repositoryInList(parent, view) }
      : {}),
    network_count: repo.forks,
    subscribers_count: repo.subscribers,
  }
}

export function searchItem(repo: RepoFacts, view: View): Schema<'repo-search-result-item'> {
  return {
    ...repositoryInList(repo, view),
    score: 1,
  }
}

export function communityProfile(repo: RepoFacts, view: View): Schema<'community-profile'> {
  const url = `${repositoryUrl(repo, view)}/contents`
  const page = `${repositoryHtmlUrl(repo)}/blob/${repo.defaultBranch}`
  const file = (path: string) => ({ url: `${url}/${path}`, html_url: `${page}/${path}` })
  const isMaintained = repo.commitsAWeek >= 10
  const health =
    (repo.description === null ? 0 : 15) +
    (repo.empty ? 0 : 15) +
    (repo.license === null ? 0 : 20) +
    (isMaintained ? 50 : 0)
  return {
    health_percentage: health,
    description: repo.description,
    documentation: repo.homepage,
    files: {
      code_of_conduct: isMaintained
        ? {
            key: 'contributor_covenant',
            name: 'Contributor Covenant',
            url: `${view.api}/codes_of_conduct/contributor_covenant`,
            html_url: `${page}/CODE_OF_CONDUCT.md`,
          }
        : null,
      code_of_conduct_file: isMaintained ? file('CODE_OF_CONDUCT.md') : null,
      contributing: isMaintained ? file('CONTRIBUTING.md') : null,
      issue_template: isMaintained ? file('.github/ISSUE_TEMPLATE/bug.yml') : null,
      pull_request_template: isMaintained ? file('.github/pull_request_template.md') : null,
      license: license(repo.license, view),
      readme: repo.empty ? null : file('README.md'),
    },
    updated_at: repo.empty ? null : isoAgo(view.today, repo.pushedSecondsAgo),
    ...(ownerOf(repo).kind === 'Organization' ? { content_reports_enabled: false } : {}),
  }
}
