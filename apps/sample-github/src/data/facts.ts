import { between, draw, hash, type NonEmpty, pick } from './random.ts'

export type LicenseKey = 'mit' | 'apache-2.0' | 'bsd-3-clause' | 'mpl-2.0' | 'gpl-3.0' | 'other'

/** A security advisory that a repository has published. */
export type Advisory = {
  severity: 'low' | 'medium' | 'high' | 'critical'
  publishedDaysAgo: number
  isPatched: boolean
}

/** The facts about a repository; `bodies/` formats them as GitHub does. */
export type RepoFacts = {
  id: number
  seed: number
  owner: string
  name: string
  fullName: string
  description: string | null
  homepage: string | null
  license: LicenseKey | null
  topics: string[]
  /** Bytes by language, the most used first. */
  languages: Record<string, number>
  stars: number
  forks: number
  subscribers: number
  kilobytes: number
  openIssues: number
  closedIssues: number
  openPulls: number
  closedPulls: number
  releases: number
  latestVersion: string
  hasNewerPrerelease: boolean
  contributors: number
  anonymousContributors: number
  commitsAWeek: number
  /** In whole weeks, so that statistics cover the same number of weeks on every day. */
  createdWeeksAgo: number
  pushedSecondsAgo: number
  /** Commits that were pushed while the sample runs, and when the last one was; in milliseconds. */
  pushed: { commits: number; at: number } | null
  updatedSecondsAgo: number
  defaultBranch: string
  checks: 'passing' | 'failing' | 'running' | 'none'
  /** Published, newest first. */
  advisories: readonly Advisory[]
  archived: boolean
  template: boolean
  hasIssues: boolean
  mirrorUrl: string | null
  forkOf: string | null
  /** Logins that can see it; `null` for a public repository. */
  visibleTo: readonly string[] | null
  /** A unique word in every text of a private repository, which reveals a leak. */
  canary: string | null
  /** Has no commits. */
  empty: boolean
  /** Blocked after a copyright notice. */
  blocked: boolean
  /** Too large for GitHub to list contributors or count changed lines. */
  tooLarge: boolean
  /** Names and texts in many scripts. */
  polyglot: boolean
  /** The number of 202 responses before a statistic is ready. */
  computingRequests: number
}

const languageMixes: NonEmpty<Record<string, number>> = [
  { TypeScript: 820, JavaScript: 95, CSS: 41, Shell: 12 },
  { Go: 640, Makefile: 11, Shell: 18, Dockerfile: 4 },
  { Rust: 910, Shell: 14, Nix: 6 },
  { Python: 540, 'Jupyter Notebook': 120, Shell: 9 },
  { Ruby: 330, HTML: 48, JavaScript: 22 },
  { Java: 720, Kotlin: 210, Shell: 8 },
  { Elixir: 290, HTML: 31, JavaScript: 17 },
  { 'C++': 880, C: 140, CMake: 33, Python: 21 },
  { Swift: 410, 'Objective-C': 20 },
  { Vue: 260, TypeScript: 190, SCSS: 44 },
]

const licenses: NonEmpty<LicenseKey | null> = [
  'mit',
  'mit',
  'apache-2.0',
  'apache-2.0',
  'bsd-3-clause',
  'mpl-2.0',
  'gpl-3.0',
  'other',
  null,
]

const commonTopics: NonEmpty<string> = [
  'cli',
  'testing',
  'observability',
  'developer-tools',
  'database',
  'scheduling',
  'automation',
  'accessibility',
  'typescript',
  'release-engineering',
  'http',
  'queue',
]

/** Generates a plausible repository from its name alone; `overrides` replace generated facts. */
export function repositoryFacts(
  owner: string,
  name: string,
  id: number,
  overrides: Partial<RepoFacts> = {},
): RepoFacts {
  const fullName = `${owner}/${name}`
  const seed = hash(fullName)
  const size = draw(seed, 'size')
  const stars = Math.floor(3 ** (2 + size * 6))
  const commitsAWeek = overrides.commitsAWeek ?? between(3, 34, draw(seed, 'pace'))
  const pushedSecondsAgo = overrides.pushedSecondsAgo ?? defaultPush(seed, commitsAWeek)
  const contributors = between(4, 60, draw(seed, 'contributors'))

  return {
    id,
    seed,
    owner,
    name,
    fullName,
    description: null,
    homepage: draw(seed, 'homepage') < 0.4 ? `https://${name.toLowerCase()}.example` : null,
    license: pick(licenses, draw(seed, 'license')),
    topics: defaultTopics(seed),
    languages: defaultLanguages(seed),
    stars,
    forks: Math.floor(stars * (0.04 + draw(seed, 'forks') * 0.1)),
    subscribers: 3 + Math.floor(stars * 0.014),
    kilobytes: between(180, 48_000, draw(seed, 'kilobytes')),
    openIssues: between(2, 90, draw(seed, 'open issues')),
    closedIssues: between(40, 900, draw(seed, 'closed issues')),
    openPulls: between(0, 18, draw(seed, 'open pulls')),
    closedPulls: between(30, 1200, draw(seed, 'closed pulls')),
    releases: between(3, 48, draw(seed, 'releases')),
    latestVersion: `v${between(1, 6, draw(seed, 'major'))}.${between(0, 9, draw(seed, 'minor'))}.${between(0, 5, draw(seed, 'patch'))}`,
    hasNewerPrerelease: false,
    contributors,
    anonymousContributors: Math.floor(contributors / 9),
    commitsAWeek,
    createdWeeksAgo: between(54, 271, draw(seed, 'age')),
    pushedSecondsAgo,
    pushed: null,
    updatedSecondsAgo: Math.floor(pushedSecondsAgo * draw(seed, 'updated')),
    defaultBranch: 'main',
    checks: 'passing',
    advisories: defaultAdvisories(seed),
    archived: false,
    template: false,
    hasIssues: true,
    mirrorUrl: null,
    forkOf: null,
    visibleTo: null,
    canary: null,
    empty: false,
    blocked: false,
    tooLarge: false,
    polyglot: false,
    computingRequests: 0,
    ...overrides,
  }
}

/** Busy repositories have a nightly commit at midnight, so the current week always has a commit. */
function defaultPush(seed: number, commitsAWeek: number): number {
  if (commitsAWeek >= 14) return 0
  return between(3_600, (14 - commitsAWeek) * 110_000, draw(seed, 'pushed'))
}

function defaultAdvisories(seed: number): Advisory[] {
  if (draw(seed, 'advisories') < 0.6) return []
  const publishedDaysAgo = between(30, 900, draw(seed, 'advisory published'))
  return [{ severity: 'medium', publishedDaysAgo, isPatched: true }]
}

function defaultTopics(seed: number): string[] {
  const count = between(1, 4, draw(seed, 'topics'))
  const picked = new Set<string>()
  for (let index = 0; index < count; index++) {
    picked.add(pick(commonTopics, draw(seed, 'topic', index)))
  }
  return [...picked]
}

function defaultLanguages(seed: number): Record<string, number> {
  const mix = pick(languageMixes, draw(seed, 'languages'))
  const scale = between(300, 2_400, draw(seed, 'bytes'))
  return Object.fromEntries(Object.entries(mix).map(([name, share]) => [name, share * scale]))
}

export function mainLanguage(repo: RepoFacts): string | null {
  return Object.keys(repo.languages)[0] ?? null
}

export function isVisible(repo: RepoFacts, viewer: string | undefined): boolean {
  return repo.visibleTo === null || (viewer !== undefined && repo.visibleTo.includes(viewer))
}
