import { Redis, ReplyError } from 'ioredis'
import { z } from 'zod'

export type RedisLevel = {
  get(key: string): Promise<string | undefined>
  set(key: string, text: string, ttlMs: number): Promise<void>
  delete(key: string): Promise<void>
  close(): void
}

export type RedisOptions = {
  url: string
  /** Milliseconds to wait for a reply. */
  timeoutMs: number
  /** Receives the first error since Redis was last ready, without the URL. */
  onError: (error: Error) => void
  /** Receives each key that another instance has set or deleted. */
  onInvalidate: (key: string) => void
}

// Bump the version when the format of entries changes: older entries become misses.
const PREFIX = 'repo-dashboard:v4'
const CHANNEL = `${PREFIX}:invalidate`

// After a timeout or a lost connection, no read waits for Redis for so long.
const COOLDOWN_MS = 2000

const invalidationSchema = z.object({ sender: z.string(), key: z.string() })

/**
 * Connects to Redis, and reconnects whenever the connection is lost. A command that fails counts as
 * a miss.
 * @throws Error, in one line without the URL, when it is not a URL of Redis
 */
export function connectToRedis({
  url,
  timeoutMs,
  onError,
  onInvalidate,
}: RedisOptions): RedisLevel {
  if (!isRedisUrl(url)) {
    throw new Error(
      'The URL of Redis must look like redis://host:6379/0 or rediss://user:password@host',
    )
  }
  const instanceId = crypto.randomUUID()
  const commands = connect(url)
  const subscriber = connect(url)
  let isReported = false
  let cooldownEndsAt = 0

  function report(error: unknown): void {
    if (isReported) return
    isReported = true
    // The message only: ioredis puts the command on its errors, and AUTH contains the password.
    onError(new Error(`Redis: ${error instanceof Error ? error.message : String(error)}`))
  }

  commands.on('error', report)
  subscriber.on('error', report)
  // A Redis that is stopped closes the connection without an error.
  commands.on('reconnecting', () => report(new Error('the connection is lost')))
  commands.on('ready', () => {
    isReported = false
  })
  subscriber.on('ready', () => {
    subscriber.subscribe(CHANNEL).catch(report)
  })
  subscriber.on('message', (_channel, text) => {
    const { data: message } = invalidationSchema.safeParse(parseJson(text))
    if (message && message.sender !== instanceId) onInvalidate(message.key)
  })

  function isAvailable(): boolean {
    return commands.status === 'ready' && performance.now() >= cooldownEndsAt
  }

  async function send<T>(command: () => Promise<T>): Promise<T | undefined> {
    if (!isAvailable()) return undefined
    try {
      return await withTimeout(command(), timeoutMs)
    } catch (error) {
      report(error)
      // An error reply shows that Redis is up.
      if (!(error instanceof ReplyError)) cooldownEndsAt = performance.now() + COOLDOWN_MS
      return undefined
    }
  }

  // Nothing waits for it: an instance that misses the message serves its entry until it expires.
  function invalidate(key: string): void {
    if (!isAvailable()) return
    commands.publish(CHANNEL, JSON.stringify({ sender: instanceId, key })).catch(report)
  }

  return {
    get: async (key) => (await send(() => commands.get(`${PREFIX}:${key}`))) ?? undefined,
    async set(key, text, ttlMs) {
      await send(() => commands.set(`${PREFIX}:${key}`, text, 'PX', ttlMs))
      invalidate(key)
    },
    async delete(key) {
      await send(() => commands.del(`${PREFIX}:${key}`))
      invalidate(key)
    },
    close() {
      // Closing makes the commands in flight fail.
      isReported = true
      commands.disconnect()
      subscriber.disconnect()
    },
  }
}

function connect(url: string): Redis {
  return new Redis(url, {
    // Without a connection a command fails at once: no read waits for a reconnect.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    // Each connection subscribes when it is ready. ioredis would do it without handling a failure.
    autoResubscribe: false,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2000),
    connectTimeout: 2000,
    // A connection that owes a reply for this long is closed and opened again.
    socketTimeout: 1000,
    // Detects a peer that vanished, also on the connection that only listens.
    keepAlive: 10_000,
  })
}

function withTimeout<T>(reply: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const onTimeout = () => reject(new Error(`no reply within ${timeoutMs} ms`))
    // After a busy moment the timer runs before a reply that has already arrived. Node reads its
    // sockets before it runs setImmediate's callbacks.
    const timer = setTimeout(() => setImmediate(onTimeout), timeoutMs)
    reply.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRedisUrl(url: string): boolean {
  try {
    const { protocol, hostname, pathname, username, password } = new URL(url)
    // ioredis decodes them too, and throws at a lone percent sign.
    decodeURIComponent(username + password)
    return /^rediss?:$/.test(protocol) && hostname !== '' && /^(?:\/\d*)?$/.test(pathname)
  } catch {
    return false
  }
}
