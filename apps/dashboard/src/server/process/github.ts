import { type Client, createClient } from '@repo/github'
import { createStores, type Stores } from '@repo/github/store'
import { readEnv } from './env.ts'
import { log } from './log.ts'
import { telemetry } from './telemetry.ts'

type Connection = { client: Client; stores: Stores; isShared: boolean }

// Next gives pages, API routes and instrumentation each an instance of this module, so they share
// the connection on globalThis.
const name = Symbol.for('@repo/dashboard GitHub')
const holder = globalThis as { [name]?: Connection }

/** Returns this process's GitHub client, with its cache and the rate limits from GitHub's responses. */
export function gitHub(): Connection {
  holder[name] ??= connect()
  return holder[name]
}

function connect(): Connection {
  const { githubApiUrl, githubUrl, githubToken, redisUrl } = readEnv()
  const stores = createStores({
    ...(redisUrl !== undefined && { redisUrl }),
    onError: ({ message }) => log({ event: 'store', message }),
  })
  const client = createClient({
    baseUrl: githubApiUrl,
    webUrl: githubUrl,
    token: githubToken,
    stores,
    onSent: (sent) => telemetry()?.recordSent(sent),
    onCircuitChange: (state) => log({ event: 'github-circuit', state }),
  })
  return { client, stores, isShared: redisUrl !== undefined }
}
