import { readEnv } from './env.ts'

/** Where GitHub's own pages are; without a slash at its end. */
export function githubUrl(): string {
  return readEnv().githubUrl
}
