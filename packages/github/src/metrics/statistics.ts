/** How concentrated the work is: the fewest `people` of `of` who made half of the commits. */
export type BusFactor = { people: number; total: number }

/**
 * The fewest people who together made at least half of the commits, which CHAOSS calls the
 * contributor absence factor (https://chaoss.community/kb/metric-contributor-absence-factor/).
 * @param commits of each person; null where there is none.
 */
export function busFactor(commits: readonly number[]): BusFactor | null {
  const most = commits.filter((count) => count > 0).toSorted((a, b) => b - a)
  const half = most.reduce((sum, count) => sum + count, 0) / 2
  let [people, made] = [0, 0]
  for (const count of most) {
    if (made >= half) break
    people++
    made += count
  }
  return people === 0 ? null : { people, total: most.length }
}
