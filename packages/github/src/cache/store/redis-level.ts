import { RedisDriver } from 'bentocache/drivers/redis'
import { type Redis, ReplyError } from 'ioredis'

// On one network Redis answers in about a millisecond, and asking GitHub takes some hundred: who
// has waited this long has more from asking GitHub.
const waitsForMilliseconds = 50

/** The second level: Redis, for as long as it answers at once. */
export class RedisLevel extends RedisDriver {
  readonly #redis: Redis
  readonly #tell: (error: unknown) => void

  constructor(redis: Redis, prefix: string, tell: (error: unknown) => void) {
    super({ connection: redis, prefix })
    this.#redis = redis
    this.#tell = tell
  }

  override get(key: string): Promise<string | undefined> {
    return this.#ask(() => super.get(key), undefined)
  }

  override set(key: string, text: string, milliseconds?: number): Promise<boolean> {
    return this.#ask(() => super.set(key, text, milliseconds), false)
  }

  override delete(key: string): Promise<boolean> {
    return this.#ask(() => super.delete(key), false)
  }

  async #ask<T>(command: () => Promise<T>, otherwise: T): Promise<T> {
    if (this.#redis.status !== 'ready') return otherwise
    try {
      return await inTime(command())
    } catch (error) {
      this.#tell(error)
      // A Redis that refuses one command is there. Any other error opens bentocache's circuit.
      if (error instanceof ReplyError) return otherwise
      throw error
    }
  }
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    // When this process was busy, the timer comes before an answer that is already here. Node reads
    // its sockets before it calls setImmediate's functions.
    const late = () => reject(new Error(`no answer within ${waitsForMilliseconds} ms`))
    const timer = setTimeout(() => setImmediate(late), waitsForMilliseconds)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
