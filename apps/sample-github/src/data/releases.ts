import { secondsPerWeek } from './clock.ts'
import type { RepoFacts } from './facts.ts'
import { between, draw } from './random.ts'

export type Release = {
  index: number
  version: string
  previous: string | undefined
  isPrerelease: boolean
  secondsAgo: number
}

const versionsByRepo = new WeakMap<RepoFacts, string[]>()

/** All versions, newest first, generated backward from the latest. */
export function versionsOf(repo: RepoFacts): string[] {
  const known = versionsByRepo.get(repo)
  if (known) return known

  const versions: string[] = []
  let [major = 1, minor = 0, patch = 0] = repo.latestVersion.slice(1).split('.').map(Number)
  if (repo.hasNewerPrerelease) versions.push(`v${major}.${minor + 1}.0-beta.1`)
  while (versions.length < repo.releases) {
    versions.push(`v${major}.${minor}.${patch}`)
    const step = draw(repo.seed, 'version', versions.length)
    if (patch > 0) patch--
    else if (minor > 0) {
      minor--
      patch = between(0, 4, step)
    } else {
      major--
      minor = major === 0 ? repo.releases : between(3, 7, step)
    }
  }
  versionsByRepo.set(repo, versions)
  return versions
}

export function releaseAt(repo: RepoFacts, index: number): Release | undefined {
  const versions = versionsOf(repo)
  const version = versions[index]
  if (version === undefined) return undefined
  const share = (index + 0.2 + 0.6 * draw(repo.seed, 'release', index)) / repo.releases
  const life = repo.createdWeeksAgo * secondsPerWeek - repo.pushedSecondsAgo
  return {
    index,
    version,
    previous: versions[index + 1],
    isPrerelease: version.includes('-'),
    secondsAgo: repo.pushedSecondsAgo + Math.floor(share * life),
  }
}

export function latestRelease(repo: RepoFacts): Release | undefined {
  return releaseAt(repo, repo.hasNewerPrerelease ? 1 : 0)
}
