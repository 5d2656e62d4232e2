/** The tabs of a repository; each section except the overview is also its path segment. */
export const repoSections = [
  { section: 'overview', label: 'Overview' },
  { section: 'issues', label: 'Issues' },
  { section: 'pulls', label: 'Pull requests' },
  { section: 'releases', label: 'Releases' },
  { section: 'contributors', label: 'Contributors' },
  { section: 'activity', label: 'Activity' },
] as const

export type RepoSection = (typeof repoSections)[number]['section']
