import type { GitHub, Release, Snapshot, Unreleased } from '@repo/github'

/** Reads the commits since the latest release, once it has been read; null without a release. */
export async function readUnreleased(
  github: GitHub,
  owner: string,
  name: string,
  latest: Promise<Snapshot<Release | null>>,
): Promise<Snapshot<Unreleased | null>> {
  const release = await latest
  if (release.data === null) return { ...release, data: null }
  return github.getUnreleasedCommits(owner, name, release.data.tag)
}
