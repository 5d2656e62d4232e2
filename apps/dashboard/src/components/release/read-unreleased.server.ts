import type { Dated, GitHub, Release, Unreleased } from '@repo/github'

/** Reads what has been committed since the latest release, once that is known; null where there is none. */
export async function readUnreleased(
  github: GitHub,
  owner: string,
  name: string,
  latest: Promise<Dated<Release | null>>,
): Promise<Dated<Unreleased | null>> {
  const release = await latest
  if (release.data === null) return { ...release, data: null }
  return github.unreleased(owner, name, release.data.tag)
}
