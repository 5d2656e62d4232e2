import { median } from './median.ts'
import type { Conversation, Conversations } from './reads/conversations.ts'

/** How people who open issues or pull requests fare; times in seconds, null where there is none. */
export type Health = {
  firstAnswer: FirstAnswer
  /** From opening to closing an issue, or to merging a pull request. */
  done: Done
}

/** How long people wait for a first answer by another human. */
export type FirstAnswer = {
  /** How many were opened since then; every comment on them is known. */
  n: number
  since: string | null
  answered: number
  medianSeconds: number | null
  /** Open and without an answer; drafts ask for none. */
  waiting: number
  oldestWaiting: { number: number; url: string | null; openedAt: string } | null
}

/** How long it takes until an issue is closed, or a pull request merged. */
export type Done = {
  n: number
  since: string | null
  done: number
  medianSeconds: number | null
  stillOpen: number
}

/**
 * Works out how people who open issues or pull requests fare. Bots, told by GitHub's account type,
 * neither ask nor answer; the author's own comments are no answer, nor are those of accounts that
 * were deleted.
 */
export function healthOf(conversations: Conversations, kind: Conversation['kind']): Health {
  const { opened, answers, answersSince } = conversations
  // Somebody whose account was deleted was a human as far as anybody knows.
  const byPeople = opened.filter((one) => one.kind === kind && one.author?.human !== false)
  const since = answersSince[kind]
  const known = byPeople.filter(({ openedAt }) => since === null || openedAt >= since)
  return { firstAnswer: firstAnswerTo(known, answers), done: doneOf(byPeople) }
}

function firstAnswerTo(
  opened: readonly Conversation[],
  answers: Conversations['answers'],
): FirstAnswer {
  const waits = opened.map((one) => ({ one, seconds: secondsToAnswer(one, answers) }))
  const answered = waits.flatMap(({ seconds }) => seconds ?? [])
  const waiting = waits.flatMap(({ one, seconds }) =>
    seconds === null && one.closedAt === null && !one.draft ? one : [],
  )
  const oldest = waiting.toSorted(byOpening)[0]
  return {
    n: opened.length,
    since: opened.toSorted(byOpening)[0]?.openedAt ?? null,
    answered: answered.length,
    medianSeconds: median(answered),
    waiting: waiting.length,
    oldestWaiting: oldest
      ? { number: oldest.number, url: oldest.url, openedAt: oldest.openedAt }
      : null,
  }
}

function secondsToAnswer(
  { number, author, openedAt }: Conversation,
  answers: Conversations['answers'],
): number | null {
  const seconds = answers
    .filter(
      ({ by, ...answer }) =>
        answer.number === number &&
        answer.at >= openedAt &&
        by?.human &&
        by.login !== author?.login,
    )
    .map(({ at }) => secondsBetween(openedAt, at))
  return seconds.length === 0 ? null : Math.min(...seconds)
}

function doneOf(opened: readonly Conversation[]): Done {
  const seconds = opened.flatMap(({ kind, openedAt, closedAt, mergedAt }) => {
    const doneAt = kind === 'pull' ? mergedAt : closedAt
    return doneAt === null ? [] : secondsBetween(openedAt, doneAt)
  })
  return {
    n: opened.length,
    since: opened.toSorted(byOpening)[0]?.openedAt ?? null,
    done: seconds.length,
    medianSeconds: median(seconds),
    stillOpen: opened.filter(({ closedAt }) => closedAt === null).length,
  }
}

function byOpening(a: Conversation, b: Conversation): number {
  return Date.parse(a.openedAt) - Date.parse(b.openedAt)
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000
}
