import { readEnv } from './env.ts'

/** The repository of the lessons: one that the GitHub we talk to has. */
export function exampleRepo(): { owner: string; repo: string } {
  const live = new URL(readEnv().githubApiUrl).hostname === 'api.github.com'
  return live ? { owner: 'vercel', repo: 'next.js' } : { owner: 'acme', repo: 'rocket' }
}
