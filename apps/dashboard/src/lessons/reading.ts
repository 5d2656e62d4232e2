import type { Repo, Snapshot } from '@repo/github'

/** The stars of a repository, when GitHub said so, and when this was made of it. */
export type Reading = { fullName: string; stars: number | null; asOf: string; madeAt: string }

/** Takes from a repository what the lesson about the three times shows. */
export function readingOf({ data, asOf }: Snapshot<Repo>): Reading {
  const { fullName, stars } = data
  return { fullName, stars, asOf, madeAt: new Date().toISOString() }
}
