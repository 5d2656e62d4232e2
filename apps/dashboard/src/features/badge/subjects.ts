import { type ChartName, chartTitles } from '#components/charts/chart-names.ts'
import { chartPath } from '#components/charts/chart-path.ts'

/** The subjects of badges, by their names in URLs. */
export const subjects = {
  stars: 'Stars',
  ci: 'CI',
  release: 'Latest release',
  license: 'License',
} as const

export type Subject = keyof typeof subjects

export const DEFAULT_SUBJECT: Subject = 'stars'

/** Returns whether a name in a URL is a subject. */
export function isSubject(name: string): name is Subject {
  return Object.hasOwn(subjects, name)
}

// READMEs still embed badges under these names.
const FORMER_NAMES = new Map<string, Subject>([['licence', 'license']])

/** Returns the subject that `?show=` names, under a former name too; undefined for anything else. */
export function parseSubject(name: string): Subject | undefined {
  return isSubject(name) ? name : FORMER_NAMES.get(name)
}

/** The path of a badge. */
export function badgePath(fullName: string, subject: Subject): string {
  return `/api/badge/repos/${fullName}.svg?show=${subject}`
}

/** Markdown for a chart that links to the repository's overview. */
export function chartMarkdown(siteUrl: string, fullName: string, name: ChartName): string {
  const image = `![${chartTitles[name]}](${siteUrl}${chartPath(fullName, name)}.svg)`
  return `[${image}](${siteUrl}/repos/${fullName})`
}

/** Markdown for a badge that links to the repository's overview. */
export function badgeMarkdown(siteUrl: string, fullName: string, subject: Subject): string {
  const image = `![${subjects[subject]}](${siteUrl}${badgePath(fullName, subject)})`
  return `[${image}](${siteUrl}/repos/${fullName})`
}
