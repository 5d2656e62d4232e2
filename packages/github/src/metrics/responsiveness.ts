import type { Conversation, Conversations } from '../resources/conversations.ts'
import { median } from './statistics.ts'

/** How people who open issues or pull requests fare; times in seconds, null where there is none. */
export type Responsiveness = {
  timeToFirstResponse: FirstResponse
  /** From opening to closing an issue, or to merging a pull request. */
  resolution: Resolution
}

/** How long people wait for a first answer by another human. */
export type FirstResponse = {
  /** How many were opened since then; every comment on them is known. */
  sampleSize: number
  since: string | null
  responded: number
  medianSeconds: number | null
  /** Open and without an answer; drafts ask for none. */
  awaitingResponse: number
  oldestUnanswered: { number: number; url: string | null; openedAt: string } | null
}

/** How long it takes until an issue is closed, or a pull request merged. */
export type Resolution = {
  sampleSize: number
  since: string | null
  resolved: number
  medianSeconds: number | null
  stillOpen: number
}

/**
 * Works out how people who open issues or pull requests fare. Bots, told by GitHub's account type,
 * neither ask nor answer; the author's own comments are no answer, nor are those of accounts that
 * were deleted.
 */
export function computeResponsiveness(
  conversations: Conversations,
  kind: Conversation['kind'],
): Responsiveness {
  const { items, comments, commentsSince } = conversations
  // Somebody whose account was deleted was a human as far as anybody knows.
  const byPeople = items.filter((one) => one.kind === kind && one.author?.isHuman !== false)
  const since = commentsSince[kind]
  const known = byPeople.filter(({ openedAt }) => since === null || openedAt >= since)
  return {
    timeToFirstResponse: firstResponseStats(known, comments),
    resolution: resolutionStats(byPeople),
  }
}

function firstResponseStats(
  opened: readonly Conversation[],
  answers: Conversations['comments'],
): FirstResponse {
  const waits = opened.map((one) => ({ one, seconds: secondsToFirstResponse(one, answers) }))
  const answered = waits.flatMap(({ seconds }) => seconds ?? [])
  const waiting = waits.flatMap(({ one, seconds }) =>
    seconds === null && one.closedAt === null && !one.draft ? one : [],
  )
  const oldest = waiting.toSorted(byOpenedAt)[0]
  return {
    sampleSize: opened.length,
    since: opened.toSorted(byOpenedAt)[0]?.openedAt ?? null,
    responded: answered.length,
    medianSeconds: median(answered),
    awaitingResponse: waiting.length,
    oldestUnanswered: oldest
      ? { number: oldest.number, url: oldest.url, openedAt: oldest.openedAt }
      : null,
  }
}

function secondsToFirstResponse(
  { number, author, openedAt }: Conversation,
  answers: Conversations['comments'],
): number | null {
  const seconds = answers
    .filter(
      ({ by, ...answer }) =>
        answer.number === number &&
        answer.at >= openedAt &&
        by?.isHuman &&
        by.login !== author?.login,
    )
    .map(({ at }) => secondsBetween(openedAt, at))
  return seconds.length === 0 ? null : Math.min(...seconds)
}

function resolutionStats(opened: readonly Conversation[]): Resolution {
  const seconds = opened.flatMap(({ kind, openedAt, closedAt, mergedAt }) => {
    const doneAt = kind === 'pull' ? mergedAt : closedAt
    return doneAt === null ? [] : secondsBetween(openedAt, doneAt)
  })
  return {
    sampleSize: opened.length,
    since: opened.toSorted(byOpenedAt)[0]?.openedAt ?? null,
    resolved: seconds.length,
    medianSeconds: median(seconds),
    stillOpen: opened.filter(({ closedAt }) => closedAt === null).length,
  }
}

function byOpenedAt(a: Conversation, b: Conversation): number {
  return Date.parse(a.openedAt) - Date.parse(b.openedAt)
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000
}
