import type { Repo, Snapshot } from '@repo/github'
import { readEnv } from '#server/process/env.ts'

/** Returns the repository that the lessons show, which must exist on the configured GitHub. */
export function getExampleRepo(): { owner: string; repo: string } {
  const [owner = '', repo = ''] = readEnv().exampleRepository.split('/')
  return { owner, repo }
}

/** The stars of a repository, when they were fetched, and when the response was rendered. */
export type Reading = { fullName: string; stars: number | null; asOf: string; renderedAt: string }

export function toReading({ data: { fullName, stars }, asOf }: Snapshot<Repo>): Reading {
  return { fullName, stars, asOf, renderedAt: new Date().toISOString() }
}
