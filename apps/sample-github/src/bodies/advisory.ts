import { advisoryId, advisorySummary } from '../data/advisories.ts'
import { isoAgo, secondsPerDay } from '../data/clock.ts'
import type { Advisory, RepoFacts } from '../data/facts.ts'
import { membersOf } from '../data/repository-people.ts'
import { simpleUser } from './account.ts'
import { repositoryHtmlUrl, repositoryUrl } from './repository.ts'
import type { Schema, View } from './schemas.ts'

export function advisoryBody(
  repo: RepoFacts,
  advisory: Advisory,
  index: number,
  view: View,
): Schema<'repository-advisory'> {
  const id = advisoryId(repo, index)
  const publishedAt = isoAgo(view.today, advisory.publishedDaysAgo * secondsPerDay)
  const [publisher] = membersOf(repo)
  return {
    ghsa_id: id,
    cve_id: null,
    url: `${repositoryUrl(repo, view)}/security-advisories/${id}`,
    html_url: `${repositoryHtmlUrl(repo)}/security/advisories/${id}`,
    summary: advisorySummary(repo, index),
    description: advisorySummary(repo, index),
    severity: advisory.severity,
    author: null,
    publisher: publisher ? (simpleUser(publisher, view) as never) : null,
    identifiers: [{ value: id, type: 'GHSA' }],
    state: 'published',
    created_at: publishedAt,
    updated_at: publishedAt,
    published_at: publishedAt,
    closed_at: null,
    withdrawn_at: null,
    submission: null,
    vulnerabilities: [
      {
        package: { ecosystem: 'npm', name: `@${repo.owner}/${repo.name}` },
        vulnerable_version_range: advisory.isPatched ? `< ${repo.latestVersion}` : '>= 0',
        patched_versions: advisory.isPatched ? repo.latestVersion.slice(1) : null,
        vulnerable_functions: [],
      },
    ],
    cvss: null,
    cwes: null,
    cwe_ids: [],
    credits: [],
    credits_detailed: [],
    collaborating_users: null,
    collaborating_teams: null,
    private_fork: null,
  }
}
