import { weekdayOf, weekStart } from './clock.ts'
import type { RepoFacts } from './facts.ts'
import type { Week } from './history.ts'
import { draw } from './random.ts'

/** Stars gathered until the end of the week that lies `weeksAgo` before this one. */
function starsUntil(repo: RepoFacts, today: number, weeksAgo: number): number {
  if (weeksAgo <= 0) return repo.stars
  const days = repo.createdDaysAgo + 1
  const passed = days - (weekdayOf(today, 0) + 1) - 7 * (weeksAgo - 1)
  if (passed <= 0) return 0
  const wobble = 4 * (draw(repo.seed, 'stars', weeksAgo) - 0.5)
  return Math.round(repo.stars * (Math.max(0, passed + wobble) / days) ** 1.4)
}

/** The new stars of a week, by day; all weeks together give the repository's stars. */
export function weekOfStars(repo: RepoFacts, today: number, weeksAgo: number): Week {
  const before = starsUntil(repo, today, weeksAgo + 1)
  const total = Math.max(0, starsUntil(repo, today, weeksAgo) - before)
  const daysSoFar = weeksAgo === 0 ? weekdayOf(today, 0) + 1 : 7

  const days = [0, 0, 0, 0, 0, 0, 0]
  for (let day = 0; day < daysSoFar; day++) {
    days[day] = Math.floor((total * (day + 1)) / daysSoFar) - Math.floor((total * day) / daysSoFar)
  }
  return { week: weekStart(today, weeksAgo), total, days }
}
