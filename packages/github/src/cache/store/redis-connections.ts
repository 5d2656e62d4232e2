import { Redis } from 'ioredis'

/** A connection for commands and one for what the other instances tell. */
export type RedisConnections = {
  commands: Redis
  subscriber: Redis
  /** Tells an error, unless one has been told since Redis was last ready. */
  tell(error: unknown): void
  close(): void
}

/**
 * Connects to Redis, and again whenever the connection is lost.
 * @throws Error, in one line without the URL, when the URL is not one of Redis
 */
export function connectToRedis(url: string, onError: (error: Error) => void): RedisConnections {
  if (!isRedisUrl(url)) {
    throw new Error(
      'The URL of Redis must look like redis://host:6379/0 or rediss://user:password@host',
    )
  }
  const commands = connection(url)
  const subscriber = connection(url)
  let told = false

  function tell(error: unknown): void {
    if (told) return
    told = true
    // A message only: ioredis hangs the command on its errors, and AUTH's holds the password.
    onError(new Error(`Redis: ${error instanceof Error ? error.message : String(error)}`))
  }

  commands.on('error', tell)
  subscriber.on('error', tell)
  // A Redis that is stopped says goodbye without an error.
  commands.on('reconnecting', () => tell(new Error('the connection is lost')))
  commands.on('ready', () => {
    told = false
  })

  function close(): void {
    // Nobody asks for what a closed connection still has to say.
    told = true
    commands.disconnect()
    subscriber.disconnect()
  }
  return { commands, subscriber, tell, close }
}

function connection(url: string): Redis {
  return new Redis(url, {
    // Without a connection a command fails at once: no read waits for Redis to come back.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    // The bus subscribes on every connection itself; ioredis would do it with nobody to hear it fail.
    autoResubscribe: false,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2000),
    connectTimeout: 2000,
    // A connection that owes an answer for this long is given up, and dialled again.
    socketTimeout: 1000,
    // A peer that vanished without a word is noticed, also by the connection that only listens.
    keepAlive: 10_000,
  })
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
