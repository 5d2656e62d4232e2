import type { IncomingMessage } from 'node:http'
import type { SpendRequest } from '@repo/github'
import { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { clientKey } from './client-key.ts'
import { readEnv } from './env.ts'

type Purpose = Parameters<SpendRequest>[0]
type Budgets = (purpose: Purpose, key: string) => ReturnType<SpendRequest>

const WINDOW_SECONDS = 3600
// Redis responds in about a millisecond; after this, the memory of this process counts instead.
const REDIS_TIMEOUT_MS = 50

// In Next, pages and API routes each have their own instance of this module.
const name = Symbol.for('@repo/dashboard client budget')
const holder = globalThis as { [name]?: Budgets }

// GitHub temporarily blocks a server that sends many invalid tokens.
const HOURLY_TOKENS = 60

/**
 * Creates a function that counts one request to GitHub against a budget of the client: for public
 * data, or for tokens, so that a client without a budget for data can still sign in. Undefined
 * without a trusted address.
 */
export function createSpendRequest(
  req: Pick<IncomingMessage, 'headers'>,
): SpendRequest | undefined {
  const { clientAddressHeader } = readEnv()
  if (clientAddressHeader === undefined) return undefined
  const key = clientKey(req.headers[clientAddressHeader])
  return (purpose) => clientBudgets()(purpose, key)
}

/** Returns the budgets of this process; the first call connects them to the shared store. */
export function clientBudgets(): Budgets {
  holder[name] ??= createBudgets()
  return holder[name]
}

function createBudgets(): Budgets {
  const { clientHourlyBudget, redisUrl } = readEnv()
  const redis = redisUrl === undefined ? undefined : connectToRedis(redisUrl)
  const limiters = {
    data: createLimiter('repo-dashboard:client', clientHourlyBudget, redis),
    token: createLimiter('repo-dashboard:client-tokens', HOURLY_TOKENS, redis),
  }
  return async function spend(purpose, key) {
    try {
      await limiters[purpose].consume(key)
      return undefined
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      return new Date(Date.now() + error.msBeforeNext).toISOString()
    }
  }
}

function createLimiter(keyPrefix: string, points: number, redis: Redis | undefined) {
  const memory = new RateLimiterMemory({ points, duration: WINDOW_SECONDS })
  if (redis === undefined) return memory
  return new RateLimiterRedis({
    storeClient: redis,
    keyPrefix,
    points,
    duration: WINDOW_SECONDS,
    // A client that has used its budget costs Redis nothing.
    inMemoryBlockOnConsumed: points + 1,
    insuranceLimiter: memory,
    rejectIfRedisNotReady: true,
  })
}

function connectToRedis(url: string): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2000),
    commandTimeout: REDIS_TIMEOUT_MS,
    connectTimeout: 2000,
    socketTimeout: 1000,
    keepAlive: 10_000,
  })
  // The store of GitHub's responses uses the same Redis, and logs its errors.
  redis.on('error', () => {})
  return redis
}
