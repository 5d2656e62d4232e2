import type { IncomingMessage } from 'node:http'
import { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { clientKey } from './client-key.ts'
import { readEnv } from './process/env.ts'

type Limiter = Pick<RateLimiterMemory, 'consume'>

const WINDOW_SECONDS = 3600
// Redis responds in about a millisecond; after this, the memory of this process counts instead.
const REDIS_TIMEOUT_MS = 50

// In Next, pages and API routes each have their own instance of this module.
const name = Symbol.for('@repo/dashboard client budget')
const holder = globalThis as { [name]?: Limiter }

/**
 * Creates a function that counts one request to GitHub against the client's budget. It returns the
 * ISO 8601 time of the reset if the budget is used up. Undefined without a trusted address.
 */
export function createSpendRequest(
  req: Pick<IncomingMessage, 'headers'>,
): (() => Promise<string | undefined>) | undefined {
  const { clientAddressHeader } = readEnv()
  if (clientAddressHeader === undefined) return undefined
  const key = clientKey(req.headers[clientAddressHeader])
  return async function spendRequest() {
    try {
      holder[name] ??= createLimiter()
      await holder[name].consume(key)
      return undefined
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      return new Date(Date.now() + error.msBeforeNext).toISOString()
    }
  }
}

function createLimiter(): Limiter {
  const { clientHourlyBudget: points, redisUrl } = readEnv()
  const memory = new RateLimiterMemory({ points, duration: WINDOW_SECONDS })
  if (redisUrl === undefined) return memory
  return new RateLimiterRedis({
    storeClient: connectToRedis(redisUrl),
    keyPrefix: 'repo-dashboard:client',
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
