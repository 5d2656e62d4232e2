import { weekdayOf, weekStart } from './clock.ts'
import type { RepoFacts } from './facts.ts'
import { type Week, weeksOfLife } from './history.ts'
import { draw } from './random.ts'

/** Stars at the end of a week; week 0 is the current one. */
function starsAtEndOf(repo: RepoFacts, weeksAgo: number): number {
  if (weeksAgo <= 0) return repo.stars
  const weeks = weeksOfLife(repo)
  const passed = weeks - weeksAgo
  if (passed <= 0) return 0
  const wobble = 0.6 * (draw(repo.seed, 'stars', weeksAgo) - 0.5)
  return Math.round(repo.stars * ((passed + wobble) / weeks) ** 1.4)
}

/** The new stars of a week, by day; all weeks together give the repository's stars. */
export function weekOfStars(repo: RepoFacts, today: number, weeksAgo: number): Week {
  const before = starsAtEndOf(repo, weeksAgo + 1)
  const total = Math.max(0, starsAtEndOf(repo, weeksAgo) - before)
  const daysSoFar = weeksAgo === 0 ? weekdayOf(today) + 1 : 7

  const days = [0, 0, 0, 0, 0, 0, 0]
  for (let day = 0; day < daysSoFar; day++) {
    days[day] = Math.floor((total * (day + 1)) / daysSoFar) - Math.floor((total * day) / daysSoFar)
  }
  return { week: weekStart(today, weeksAgo), total, days }
}
