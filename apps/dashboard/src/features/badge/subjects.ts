/** What a badge may be about, by its name in the address; the first is what is shown unasked. */
export const subjects = {
  stars: 'Stars',
  ci: 'CI',
  release: 'Latest release',
  license: 'License',
} as const

export type Subject = keyof typeof subjects

export const defaultSubject: Subject = 'stars'

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

/** The address of a badge, below the site's. */
export function badgePath(fullName: string, subject: Subject): string {
  return `/api/badge/repos/${fullName}.svg?show=${subject}`
}

/** Markdown that shows a badge, which leads to the repository's overview. */
export function badgeMarkdown(siteUrl: string, fullName: string, subject: Subject): string {
  const picture = `![${subjects[subject]}](${siteUrl}${badgePath(fullName, subject)})`
  return `[${picture}](${siteUrl}/repos/${fullName})`
}
