import type { Conversation, Conversations } from '../resources/conversations.ts'
import { median } from './statistics.ts'

/** Responsiveness metrics for issues or pull requests. */
export type Responsiveness = {
  timeToFirstResponse: FirstResponse
  /** From opening to closing an issue, or to merging a pull request. */
  resolution: Resolution
}

/**
 * Time until another human first comments
 * (https://chaoss.community/kb/metric-time-to-first-response/); null without a response.
 */
export type FirstResponse = {
  /** Number of items opened at or after `since`, for which every comment is known. */
  sampleSize: number
  since: string | null
  responded: number
  medianSeconds: number | null
  /** Number of open items without a response, drafts excluded. */
  awaitingResponse: number
  oldestUnanswered: { number: number; url: string | null; openedAt: string } | null
}

/** Time until an issue is closed or a pull request is merged; null if none was. */
export type Resolution = {
  sampleSize: number
  since: string | null
  resolved: number
  medianSeconds: number | null
  stillOpen: number
}

/** Durations in seconds, one for each item that has a response or is resolved. */
export type ResponsivenessDurations = {
  firstResponses: number[]
  /** From opening to closing an issue, or to merging a pull request. */
  resolutions: number[]
}

/** Lists the durations from which `computeResponsiveness` computes its medians. */
export function listDurations(
  conversations: Conversations,
  kind: Conversation['kind'],
): ResponsivenessDurations {
  const { byHumans, covered } = selectItems(conversations, kind)
  return {
    firstResponses: covered.flatMap(
      (item) => secondsToFirstResponse(item, conversations.comments) ?? [],
    ),
    resolutions: byHumans.flatMap((item) => secondsToResolution(item) ?? []),
  }
}

/**
 * Computes the metrics of one kind. Items and comments of bots (by GitHub's account type) do not
 * count, nor do comments of the author or of deleted accounts.
 */
export function computeResponsiveness(
  conversations: Conversations,
  kind: Conversation['kind'],
): Responsiveness {
  const { byHumans, covered } = selectItems(conversations, kind)
  return {
    timeToFirstResponse: firstResponseStats(covered, conversations.comments),
    resolution: resolutionStats(byHumans),
  }
}

/** The items of people, and those of them for which every comment is known. */
function selectItems({ items, commentsSince }: Conversations, kind: Conversation['kind']) {
  // The type of a deleted account is unknown: count it as human.
  const byHumans = items.filter((item) => item.kind === kind && item.author?.isHuman !== false)
  const since = commentsSince[kind]
  return {
    byHumans,
    covered: byHumans.filter(({ openedAt }) => since === null || openedAt >= since),
  }
}

function firstResponseStats(
  items: readonly Conversation[],
  comments: Conversations['comments'],
): FirstResponse {
  const measured = items.map((item) => ({ item, seconds: secondsToFirstResponse(item, comments) }))
  const responseSeconds = measured.flatMap(({ seconds }) => seconds ?? [])
  const unanswered = measured.flatMap(({ item, seconds }) =>
    seconds === null && item.closedAt === null && !item.draft ? item : [],
  )
  const oldest = unanswered.toSorted(byOpenedAt)[0]
  return {
    sampleSize: items.length,
    since: items.toSorted(byOpenedAt)[0]?.openedAt ?? null,
    responded: responseSeconds.length,
    medianSeconds: median(responseSeconds),
    awaitingResponse: unanswered.length,
    oldestUnanswered: oldest
      ? { number: oldest.number, url: oldest.url, openedAt: oldest.openedAt }
      : null,
  }
}

function secondsToFirstResponse(
  { number, author, openedAt }: Conversation,
  comments: Conversations['comments'],
): number | null {
  const seconds = comments
    .filter(
      ({ by, ...comment }) =>
        comment.number === number &&
        comment.at >= openedAt &&
        by?.isHuman &&
        by.login !== author?.login,
    )
    .map(({ at }) => secondsBetween(openedAt, at))
  return seconds.length === 0 ? null : Math.min(...seconds)
}

function resolutionStats(items: readonly Conversation[]): Resolution {
  const seconds = items.flatMap((item) => secondsToResolution(item) ?? [])
  return {
    sampleSize: items.length,
    since: items.toSorted(byOpenedAt)[0]?.openedAt ?? null,
    resolved: seconds.length,
    medianSeconds: median(seconds),
    stillOpen: items.filter(({ closedAt }) => closedAt === null).length,
  }
}

function secondsToResolution(item: Conversation): number | null {
  const resolvedAt = item.kind === 'pull' ? item.mergedAt : item.closedAt
  return resolvedAt === null ? null : secondsBetween(item.openedAt, resolvedAt)
}

function byOpenedAt(a: Conversation, b: Conversation): number {
  return Date.parse(a.openedAt) - Date.parse(b.openedAt)
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000
}
