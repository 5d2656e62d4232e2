import { z } from 'zod'
import type { CodeWeek } from './code-frequency.ts'
import type { Week } from './commit-activity.ts'
import type { CommunityFile } from './community.ts'
import type { ContributorYear } from './contributor-stats.ts'
import type { Contributor } from './contributors.ts'
import type { Conversation, Conversations } from './conversations.ts'
import type { List } from './fields.ts'
import type { IssueOrPull } from './issues.ts'
import type { Language } from './languages.ts'
import type { ChangedItem } from './open-changes.ts'
import type { OpenItem } from './open-items.ts'
import type { Owner } from './owner.ts'
import type { Readme } from './readme.ts'
import type { ListedRelease, Release, Unreleased } from './releases.ts'
import type { Repo, RepoSummary } from './repo.ts'
import type { OwnerSummary } from './search-owners.ts'
import type { SecurityAdvisory } from './security-advisories.ts'
import type { StarWeek } from './star-history.ts'

const text = z.string().nullable()
const count = z.int().nonnegative()
const countOrNull = count.nullable()
// Counts are safe integers, but their sum may not be one.
const sum = z.number().nonnegative()
const date = z.string().refine((value) => !Number.isNaN(Date.parse(value)))
const dateOrNull = date.nullable()
const url = z
  .string()
  .regex(/^https?:\/\//i)
  .refine(URL.canParse)
  .nullable()
const avatarUrl = z
  .string()
  .regex(/^(?:https:\/\/|data:image\/)/i)
  .nullable()
const flag = z.boolean()
const fullName = z.string().regex(/^[^/]+\/[^/]+$/)

function listOf<Item>(item: z.ZodType<Item>): z.ZodType<List<Item>> {
  return z.object({ items: z.array(item), isComplete: flag })
}

function searchOf<Item>(item: z.ZodType<Item>) {
  return z.object({ total_count: countOrNull, incomplete_results: flag, items: listOf(item) })
}

const repoSummary: z.ZodType<RepoSummary> = z.object({
  fullName,
  description: text,
  language: text,
  stars: countOrNull,
  forks: countOrNull,
  pushedAt: dateOrNull,
  archived: flag,
  fork: flag,
})

const repo: z.ZodType<Repo> = z.object({
  id: countOrNull,
  fullName,
  description: text,
  url,
  homepage: url,
  topics: z.array(z.string()),
  defaultBranch: text,
  license: z.object({ name: text, spdxId: text }).nullable(),
  stars: countOrNull,
  forks: countOrNull,
  watchers: countOrNull,
  openIssuesAndPulls: countOrNull,
  issuesDisabled: flag,
  createdAt: dateOrNull,
  pushedAt: dateOrNull,
  archived: flag,
  isTemplate: flag,
  mirrorOf: text,
  isFork: flag,
  forkOf: fullName.nullable(),
})

const owner: z.ZodType<Owner> = z.object({
  login: z.string(),
  isOrganization: flag,
  name: text,
  bio: text,
  avatarUrl,
  url,
  blog: url,
  location: text,
  followers: countOrNull,
  publicRepos: countOrNull,
})

const ownerSummary: z.ZodType<OwnerSummary> = z.object({
  login: z.string(),
  isOrganization: flag,
  avatarUrl,
})

const release = {
  tag: z.string(),
  name: text,
  publishedAt: dateOrNull,
  url,
}
const latestRelease: z.ZodType<Release> = z.object(release)
const listedRelease: z.ZodType<ListedRelease> = z.object({
  ...release,
  notesHtml: text,
  prerelease: flag,
  author: text,
  downloads: sum.nullable(),
})
const unreleased: z.ZodType<Unreleased> = z.object({ commits: countOrNull, url })

const checkResults = listOf(
  z.object({ name: z.string(), outcome: z.enum(['passed', 'failed', 'pending', 'unknown']) }),
)
const checkRuns = z.object({ total: countOrNull, results: checkResults })
const combinedStatus = checkRuns.extend({ url })

const issueOrPull: z.ZodType<IssueOrPull> = z.object({
  number: count,
  title: text,
  url,
  author: z.object({ login: z.string(), isBot: flag }).nullable(),
  labels: z.array(z.object({ name: z.string(), displayName: z.string(), color: text })),
  state: z.enum(['open', 'draft', 'closed', 'merged', 'not planned']),
  comments: countOrNull,
  createdAt: dateOrNull,
  closedAt: dateOrNull,
})

const account = z.object({ login: z.string(), isHuman: flag }).nullable()
const conversation: z.ZodType<Conversation> = z.object({
  number: count,
  url,
  kind: z.enum(['issue', 'pull']),
  author: account,
  draft: flag,
  openedAt: date,
  closedAt: dateOrNull,
  mergedAt: dateOrNull,
})
const comment: z.ZodType<Conversations['comments'][number]> = z.object({
  number: count,
  by: account,
  at: date,
})

const contributor: z.ZodType<Contributor> = z.object({
  login: text,
  avatarUrl,
  commits: countOrNull,
  isBot: flag,
})
const contributorYear: z.ZodType<ContributorYear> = z.object({
  login: text,
  avatarUrl,
  isBot: flag,
  commits: sum,
  added: sum.nullable(),
  removed: sum.nullable(),
  lastWeek: dateOrNull,
})

const advisory: z.ZodType<SecurityAdvisory> = z.object({
  id: z.string(),
  severity: z.enum(['low', 'medium', 'high', 'critical']).nullable(),
  publishedAt: dateOrNull,
  isWithdrawn: flag,
  isPatched: flag.nullable(),
})

const openItem: z.ZodType<OpenItem> = z.object({
  kind: z.enum(['issue', 'pull']),
  hasComments: flag,
  isFromUser: flag,
})

const changedItem: z.ZodType<ChangedItem> = z.object({
  kind: z.enum(['issue', 'pull']),
  openedAt: date,
  closedAt: dateOrNull,
})

const week: z.ZodType<Week> = z.object({ beginsAt: date, commits: count, days: z.array(count) })
const starWeek: z.ZodType<StarWeek> = z.object({ beginsAt: date, stars: count })
const codeWeek: z.ZodType<CodeWeek> = z.object({ beginsAt: date, added: count, removed: count })
const language: z.ZodType<Language> = z.object({
  name: z.string(),
  share: z.number().min(0).max(1),
})
const communityFile: z.ZodType<CommunityFile> = z.object({
  file: z.enum([
    'readme',
    'license',
    'contributing',
    'codeOfConduct',
    'issueTemplate',
    'pullRequestTemplate',
  ]),
  isPresent: flag,
  url,
})
const readme: z.ZodType<Readme> = z.object({ html: z.string(), path: z.string() })
const quota = z.object({
  resource: z.string(),
  limit: count,
  remaining: count,
  resetsAt: date,
})

// The data of every public read, as instances share it in Redis, by route.
const schemas: Readonly<Record<string, z.ZodType>> = {
  'GET /rate_limit': listOf(quota).nullable(),
  'GET /repos/{owner}/{repo}': repo,
  'GET /repos/{owner}/{repo}/actions/runs': z.object({
    passed: count,
    failed: count,
    isComplete: flag,
  }),
  'GET /repos/{owner}/{repo}/commits/HEAD/check-runs': checkRuns,
  'GET /repos/{owner}/{repo}/commits/HEAD/status': combinedStatus,
  'GET /repos/{owner}/{repo}/community/profile': listOf(communityFile).nullable(),
  'GET /repos/{owner}/{repo}/compare/{basehead}': unreleased.nullable(),
  'GET /repos/{owner}/{repo}/contributors': listOf(contributor),
  'GET /repos/{owner}/{repo}/issues': listOf(conversation),
  'GET /repos/{owner}/{repo}/issues{?since}': listOf(changedItem),
  'GET /repos/{owner}/{repo}/issues{?sort}': listOf(openItem),
  'GET /repos/{owner}/{repo}/issues/comments': listOf(comment),
  'GET /repos/{owner}/{repo}/languages': listOf(language),
  'GET /repos/{owner}/{repo}/pulls': count,
  'GET /repos/{owner}/{repo}/pulls/comments': listOf(comment),
  'GET /repos/{owner}/{repo}/readme': readme.nullable(),
  'GET /repos/{owner}/{repo}/releases': listOf(listedRelease),
  'GET /repos/{owner}/{repo}/releases/latest': latestRelease.nullable(),
  'GET /repos/{owner}/{repo}/security-advisories': listOf(advisory),
  'GET /repos/{owner}/{repo}/stargazers/history': listOf(starWeek),
  'GET /repos/{owner}/{repo}/stats/code_frequency': listOf(codeWeek).nullable(),
  'GET /repos/{owner}/{repo}/stats/commit_activity': listOf(week),
  'GET /repos/{owner}/{repo}/stats/contributors': listOf(contributorYear),
  'GET /repos/{owner}/{repo}/stats/participation': z.object({
    all: listOf(count),
    owner: listOf(count),
  }),
  'GET /repositories/{id}': z.intersection(repoSummary, z.object({ avatarUrl })).nullable(),
  'GET /search/issues{?q}': searchOf(issueOrPull),
  'GET /search/repositories{?q}': searchOf(repoSummary),
  'GET /search/users{?q}': searchOf(ownerSummary),
  'GET /users/{username}': owner,
  'GET /users/{username}/repos': listOf(repoSummary),
}

/**
 * Parses the data of a route that another process has stored, which may be of another version;
 * undefined if it is not what the read of the route returns.
 */
export function parseStored(route: string, data: unknown): unknown {
  return schemas[route]?.safeParse(data).data
}
