import { type BusFactor, busFactor, type ContributorYear } from '@repo/github'
import type { TopContributors } from './contributor-panel.tsx'

const MAX_TOP_CONTRIBUTORS = 5

/** What the overview's panel and the report card need of the contributors. */
export type ContributorSummary = TopContributors & {
  busFactor: BusFactor | null
  /** ISO 8601 time at which the week of the last commit by a human begins, of all time. */
  lastHumanWeek: string | null
}

/** Summarizes the contributors' past year. */
export function summarizeContributors(all: readonly ContributorYear[]): ContributorSummary {
  const active = all.filter(({ commits }) => commits > 0)
  const humanWeeks = all.flatMap(({ isBot, lastWeek }) => (isBot || !lastWeek ? [] : lastWeek))
  return {
    people: active
      .slice(0, MAX_TOP_CONTRIBUTORS)
      .map(({ login, avatarUrl, commits, isBot }) => ({ login, avatarUrl, commits, isBot })),
    total: active.length,
    busFactor: busFactor(active),
    lastHumanWeek: humanWeeks.toSorted().at(-1) ?? null,
  }
}
