import { type Call, type Client, createClient, type GitHub } from '@repo/github'
import { readEnv } from '#server/env.ts'

/** Milliseconds after which a page shows what is there. */
const deadline = 4000

let client: Client | undefined

/**
 * The reads for a page on the Edge Runtime: the same as on Node.js, without the store, which that
 * runtime cannot hold. Each request asks GitHub anew; its limits are remembered and obeyed.
 */
export function edgeGitHub(onCall: (call: Call) => void): GitHub {
  const { githubApiUrl, githubToken } = readEnv()
  client ??= createClient({ baseUrl: githubApiUrl, token: githubToken })
  return client.forRequest({ deadline, onCall })
}
