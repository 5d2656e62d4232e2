import type { Repo, Snapshot } from '@repo/github'
import { readEnv } from '#server/process/env.ts'

/** Returns the repository that the lessons show, which must exist on the configured GitHub. */
export function getExampleRepo(): { owner: string; repo: string } {
  const [owner = '', repo = ''] = readEnv().exampleRepository.split('/')
  return { owner, repo }
}

/** A repository, when it was fetched, and when the response was rendered. */
export type Reading = {
  fullName: string
  stars: number | null
  /** When the last commit was pushed. */
  pushedAt: string | null
  asOf: string
  renderedAt: string
}

export function toReading({ data, asOf }: Snapshot<Repo>): Reading {
  const { fullName, stars, pushedAt } = data
  return { fullName, stars, pushedAt, asOf, renderedAt: new Date().toISOString() }
}
