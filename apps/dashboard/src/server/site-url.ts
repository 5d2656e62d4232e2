import { readEnv } from './env.ts'

/** Where this site is, for absolute addresses; without a slash at its end. */
export function siteUrl(): string {
  return readEnv().siteUrl
}
