/** The charts of a repository that can be saved and embedded: their names in URLs, and their titles. */
export const chartTitles = {
  commits: 'Commits per week',
  stars: 'Star history',
  'stars-all-time': 'Stars of all time',
  'commits-per-day': 'Commits per day',
  'commits-by-weekday': 'Commits by weekday',
  'code-frequency': 'Additions and deletions',
  'commit-share': 'Share of commits, last 12 months',
  'commit-share-all-time': 'Share of commits, all time',
  downloads: 'Downloads per release',
  'issues-opened': 'Issues opened per week',
  'issues-closed': 'Issues closed per week',
  'issues-first-response': 'Issues: time to first response',
  'issues-resolution': 'Issues: time to close',
  'issues-age': 'Age of open issues',
  'pulls-opened': 'Pull requests opened per week',
  'pulls-closed': 'Pull requests merged or closed per week',
  'pulls-first-response': 'Pull requests: time to first response',
  'pulls-resolution': 'Pull requests: time to merge',
  'pulls-age': 'Age of open pull requests',
} as const

export type ChartName = keyof typeof chartTitles

/** Returns whether a name in a URL is the name of a chart. */
export function isChartName(name: string): name is ChartName {
  return Object.hasOwn(chartTitles, name)
}
