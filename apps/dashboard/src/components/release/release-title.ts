import type { Release } from '@repo/github'

/** The name of a release, with its tag unless the name contains it. */
export function releaseTitle({ tag, name }: Pick<Release, 'tag' | 'name'>): string {
  if (name === null) return tag
  return name.includes(tag) ? name : `${tag} · ${name}`
}
