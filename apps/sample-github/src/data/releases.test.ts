import { expect, test } from 'vitest'
import { repositoryFacts } from './facts.ts'
import { releaseAt, versionsOf } from './releases.ts'

function parts(version: string): number[] {
  return version.slice(1).split('-')[0]?.split('.').map(Number) ?? []
}

function isNewer(version: string, other: string): boolean {
  const [major = 0, minor = 0, patch = 0] = parts(version)
  const [otherMajor = 0, otherMinor = 0, otherPatch = 0] = parts(other)
  return (major - otherMajor || minor - otherMinor || patch - otherPatch) > 0
}

test.each(['v4.2.1', 'v1.0.0', 'v12.9.0'])(
  'generates versions backward from %s',
  (latestVersion) => {
    const repo = repositoryFacts('acme', 'test', 1, { latestVersion, releases: 90 })
    const versions = versionsOf(repo)

    expect(versions).toHaveLength(90)
    expect(versions[0]).toBe(latestVersion)
    for (const [index, version] of versions.slice(0, -1).entries()) {
      expect(isNewer(version, versions[index + 1] ?? '')).toBe(true)
    }
  },
)

test('dates releases in the order of their versions, within the life of the repository', () => {
  const repo = repositoryFacts('acme', 'test', 1, { releases: 30, createdWeeksAgo: 71 })
  const ages = versionsOf(repo).map((_, index) => releaseAt(repo, index)?.secondsAgo ?? -1)

  expect(ages).toEqual(ages.toSorted((a, b) => a - b))
  expect(ages[0]).toBeGreaterThan(0)
  expect(ages.at(-1)).toBeLessThan(71 * 7 * 86_400)
  expect(releaseAt(repo, 30)).toBeUndefined()
})
