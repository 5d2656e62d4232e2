import { type Call, createGitHub, type GitHub } from '@repo/github'
import { readEnv } from './env.ts'

/** GitHub for one request: its reads share a deadline, and each call is told. */
export function createRequestGitHub(onCall: (call: Call) => void): GitHub {
  const { githubApiUrl, githubToken } = readEnv()
  return createGitHub({ baseUrl: githubApiUrl, token: githubToken, onCall })
}
