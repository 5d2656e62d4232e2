import { readEnv } from '#server/env.ts'

/** The repository of the lessons: one that the GitHub we talk to has. */
export function exampleRepo(): { owner: string; repo: string } {
  const [owner = '', repo = ''] = readEnv().exampleRepository.split('/')
  return { owner, repo }
}
