/** The tabs of a repository; each section is a path below the repository's, but the overview. */
export const repoSections = [
  { section: 'overview', label: 'Overview' },
  { section: 'issues', label: 'Issues' },
  { section: 'pulls', label: 'Pull requests' },
  { section: 'releases', label: 'Releases' },
  { section: 'contributors', label: 'Contributors' },
  { section: 'activity', label: 'Activity' },
] as const

export type RepoSection = (typeof repoSections)[number]['section']
