import type { Release } from '@repo/github'

/** Formats a release as its name, with its tag unless the name contains it. */
export function formatReleaseTitle({ tag, name }: Pick<Release, 'tag' | 'name'>): string {
  if (name === null) return tag
  return name.includes(tag) ? name : `${tag} · ${name}`
}
