import { type Client, createClient } from '@repo/github'
import { createStores, type Stores } from '@repo/github/store'
import { readEnv } from './env.ts'
import { log } from './log.ts'

type Connection = { client: Client; stores: Stores; isShared: boolean }

// Pages, API routes and instrumentation each get their own instance of this module in Next: what
// they share lives on globalThis.
const name = Symbol.for('@repo/dashboard GitHub')
const holder = globalThis as { [name]?: Connection }

/** This process's GitHub client, with its cache and the rate limits that it has seen. */
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
