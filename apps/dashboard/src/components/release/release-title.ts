import type { Release } from '@repo/github'

/** What a release is called: its name, with its tag where that does not say it. */
export function releaseTitle({ tag, name }: Pick<Release, 'tag' | 'name'>): string {
  if (name === null) return tag
  return name.includes(tag) ? name : `${tag} · ${name}`
}
