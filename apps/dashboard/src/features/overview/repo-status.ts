import type { Panel, Repo } from '@repo/github'
import { isPartial } from '#components/panel/panel-data.ts'
import { shorten } from '#components/prose/shorten.ts'
import type { Judgment } from '#components/report/report-line.tsx'
import { LIMITS } from './report-limits.ts'
import type { ContributorSummary } from './summarize-contributors.ts'

/** Whether a repository is still worked on, and the facts that show it. */
export type RepoStatus = {
  state: 'maintained' | 'slowing' | 'dormant' | 'archived' | 'deprecated' | 'unknown'
  facts: string
  /** ISO 8601 date that belongs to the facts. */
  at?: string
}

/** The judgment that each state stands for. */
export const statusJudgments = {
  maintained: 'good',
  slowing: 'attention',
  dormant: 'risk',
  archived: 'risk',
  deprecated: 'risk',
  unknown: 'unknown',
} as const satisfies Record<RepoStatus['state'], Judgment>

/** The name of each state. */
export const statusNames = {
  maintained: 'Maintained',
  slowing: 'Slowing down',
  dormant: 'Dormant',
  archived: 'Archived',
  deprecated: 'Deprecated',
  unknown: 'Activity unknown',
} as const satisfies Record<RepoStatus['state'], string>

/** The states in which a good result of the past promises nothing. */
export const INACTIVE_STATES: readonly RepoStatus['state'][] = ['dormant', 'archived', 'deprecated']

type StatusInput = { repo: Repo; contributors: Panel<ContributorSummary> }

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS

/**
 * Decides the status: what the owner declares comes before what the commits show. Without the
 * commits of humans, an old push shows that there are none, and a new one shows nothing.
 */
export function repoStatus({ repo, contributors }: StatusInput, now: number): RepoStatus {
  const { archived, pushedAt } = repo
  const push = pushedAt !== null && { at: pushedAt }
  if (archived) {
    return { state: 'archived', facts: push ? 'Read-only. Last push' : 'Read-only.', ...push }
  }
  const notice = deprecationNotice(repo)
  if (notice !== undefined) return { state: 'deprecated', facts: notice }

  const idlePushDays = pushedAt === null ? undefined : daysBetween(Date.parse(pushedAt), now)
  const lastWeek = 'data' in contributors ? contributors.data.lastHumanWeek : null
  if (lastWeek === null) return statusByPush(idlePushDays, push, 'data' in contributors)

  // The day is unknown, so the end of the week counts.
  const state = stateAfter(daysBetween(Date.parse(lastWeek) + WEEK_MS, now))
  const isHidden = isPartial(contributors) && state !== stateAfter(idlePushDays ?? 0)
  if (isHidden && state !== 'maintained') {
    return { state: 'unknown', facts: 'GitHub doesn’t list all contributors. Last push', ...push }
  }
  return { state, facts: `Last commit by a human in the week of ${formatDay(lastWeek)}.` }
}

function statusByPush(
  idleDays: number | undefined,
  push: false | { at: string },
  isListed: boolean,
): RepoStatus {
  if (idleDays === undefined || !push) return { state: 'unknown', facts: 'Last push unknown.' }
  const state = stateAfter(idleDays)
  if (state !== 'maintained') return { state, facts: 'Last push', ...push }
  const facts = isListed
    ? 'GitHub lists no commit by a human. Last push'
    : 'Whether a human committed is unknown. Last push'
  return { state: 'unknown', facts, ...push }
}

function stateAfter(idleDays: number): 'maintained' | 'slowing' | 'dormant' {
  if (idleDays <= LIMITS.maintainedDays) return 'maintained'
  return idleDays <= LIMITS.dormantDays ? 'slowing' : 'dormant'
}

/** Whole days from one time to another. */
export function daysBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / DAY_MS))
}

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })

/** Formats the UTC day of an ISO 8601 date. */
export function formatDay(date: string): string {
  return day.format(Date.parse(date))
}

const DEPRECATED_TOPICS = [
  ...['deprecated', 'unmaintained', 'not-maintained', 'no-longer-maintained', 'abandoned'],
  ...['discontinued', 'end-of-life', 'obsolete'],
]

const DEPRECATED =
  '(?:deprecated|unmaintained|discontinued|abandoned|obsolete|(?:no longer|not)(?: actively)? (?:maintained|supported|developed))'
const THING = '(?:project|repository|repo|package|library|module|plugin|tool|extension)'

// Only a statement about the repository itself: "finds deprecated functions" is none, and neither is
// "a fork of a library that is no longer maintained".
const DEPRECATED_DESCRIPTIONS = [
  String.raw`^[^\p{L}\p{N}]{0,9}${DEPRECATED}(?: anymore)?\s?(?:[^\p{L}\p{N}\s-]|- |$)`,
  String.raw`[(\[*]${DEPRECATED}[)\]*]`,
  String.raw`\bthis ${THING} (?:is|has been) (?:now )?${DEPRECATED}\b`,
  `[.!?:;] ${DEPRECATED}(?: anymore)?[.!]?$`,
].map((pattern) => new RegExp(pattern, 'iu'))

const MAX_NOTICE_LENGTH = 100

/** What the repository says of itself: its description or a topic, if it declares a deprecation. */
export function deprecationNotice({
  description,
  topics,
}: Pick<Repo, 'description' | 'topics'>): string | undefined {
  const text = description ?? ''
  if (DEPRECATED_DESCRIPTIONS.some((pattern) => pattern.test(text))) {
    return `Its description: “${shorten(text, MAX_NOTICE_LENGTH)}”`
  }
  const topic = topics.find((candidate) => DEPRECATED_TOPICS.includes(candidate))
  return topic === undefined ? undefined : `Its topic: “${topic}”`
}
