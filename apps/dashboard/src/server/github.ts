import { type Client, createClient } from '@repo/github'
import { createStores, type Stores } from '@repo/github/store'
import { readEnv } from './env.ts'
import { log } from './log.ts'

type Connection = { client: Client; stores: Stores; isShared: boolean }

// Next gives pages, API routes and instrumentation an instance of this module each: what they
// share stands on globalThis.
const name = Symbol.for('@repo/dashboard GitHub')
const holder = globalThis as { [name]?: Connection }

/** This process's way to GitHub: what it remembers and what it knows of the limits. */
export function gitHub(): Connection {
  holder[name] ??= connect()
  return holder[name]
}

function connect(): Connection {
  const { githubApiUrl, githubToken, redisUrl } = readEnv()
  const stores = createStores({
    ...(redisUrl !== undefined && { redisUrl }),
    onError: ({ message }) => log({ event: 'store', message }),
  })
  const client = createClient({ baseUrl: githubApiUrl, token: githubToken, stores })
  return { client, stores, isShared: redisUrl !== undefined }
}
