import { Redis, ReplyError } from 'ioredis'
import { z } from 'zod'
import { MARK_RETENTION_SECONDS, MAX_MARKS } from './stale-marks.ts'

export type RedisLevel = {
  /** Returns a text, or the start of one that is longer than `MAX_TEXT_BYTES`. */
  get(key: string): Promise<string | undefined>
  /** Stores a text unless it is too long; false if one of its tags is closed. */
  set(key: string, text: string, ttlMs: number, tags?: readonly string[]): Promise<boolean>
  delete(key: string): Promise<void>
  /**
   * Deletes every text with one of the tags, for all instances, and closes the tags for
   * `closedMs`. Without a connection, it does so before the next command.
   */
  deleteTagged(tags: readonly string[], closedMs: number): Promise<void>
  /**
   * Marks what has changed at a time, for all instances. Without a connection, it does so before the
   * next command.
   */
  addMarks(marks: readonly string[], time: number): Promise<void>
  /** Announces a change of responses with these tags to all instances, as `addMarks` does. */
  announce(tags: readonly string[], time: number): Promise<void>
  /** Records keys for a while; false if any of them is recorded already, undefined without a connection. */
  recordOnce(keys: readonly string[], ttlMs: number): Promise<boolean | undefined>
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
  /** Receives the tags of texts that another instance has deleted, and for how long they are closed. */
  onInvalidateTags: (tags: readonly string[], closedMs: number) => void
  /** Receives marks of other instances with their times: each new one, and all at each connection. */
  onMarks: (marks: [mark: string, time: number][]) => void
  /** The same for announcements. Their times are those of the instance that has sent them. */
  onAnnouncements: (announcements: [tag: string, time: number][]) => void
}

// Bump the version when the format of entries changes: older entries become misses.
const PREFIX = 'repo-dashboard:v7'
const CHANNEL = `${PREFIX}:invalidate`
const MARKS_KEY = `${PREFIX}:marks`
const ANNOUNCEMENTS_KEY = `${PREFIX}:announcements`

// More than any entry has: a page of releases with the longest notes takes about 1 MB.
export const MAX_TEXT_BYTES = 2_000_000

// How long no read waits for Redis after a timeout or a lost connection.
export const COOLDOWN_MS = 2000

// The most tags that wait for deletion until Redis is available.
const MAX_PENDING_TAGS = 1000

const invalidationSchema = z.object({
  sender: z.string(),
  key: z.string().optional(),
  tags: z.array(z.string()).optional(),
  closedMs: z.number().default(0),
  marks: z.array(z.string()).optional(),
  announced: z.object({ tags: z.array(z.string()), time: z.number() }).optional(),
})

// Keys: the text, then for each tag its index and its mark of being closed. An index is sorted by
// expiry, so that expired keys can be removed from it.
const SET_TAGGED = `
for i = 2, #KEYS, 2 do
  if redis.call('EXISTS', KEYS[i + 1]) == 1 then return 0 end
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
for i = 2, #KEYS, 2 do
  redis.call('ZREMRANGEBYSCORE', KEYS[i], '-inf', ARGV[3])
  redis.call('ZADD', KEYS[i], ARGV[3] + ARGV[2], KEYS[1])
  if redis.call('PTTL', KEYS[i]) < tonumber(ARGV[2]) then
    redis.call('PEXPIRE', KEYS[i], ARGV[2])
  end
end
return 1`

const DELETE_TAGGED = `
for i = 1, #KEYS, 2 do
  for _, key in ipairs(redis.call('ZRANGE', KEYS[i], 0, -1)) do redis.call('DEL', key) end
  redis.call('DEL', KEYS[i])
  if tonumber(ARGV[1]) > 0 then redis.call('SET', KEYS[i + 1], '1', 'PX', ARGV[1]) end
end
return 1`

const RECORD_ONCE = `
for _, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then return 0 end
end
for _, key in ipairs(KEYS) do redis.call('SET', key, '1', 'PX', ARGV[1]) end
return 1`

// Keys: marks or announcements, sorted by time. Arguments: the retention, then pairs of a time and a name.
const ADD_TIMES = `
for i = 2, #ARGV, 2 do redis.call('ZADD', KEYS[1], 'GT', ARGV[i], ARGV[i + 1]) end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[2] - ARGV[1])
redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -${MAX_MARKS + 1})
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1`

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
  onInvalidateTags,
  onMarks,
  onAnnouncements,
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
  // Tags to delete as soon as Redis is available, and for how long they are closed.
  const pendingTags = new Map<string, number>()
  // Marks to add as soon as Redis is available, with their times.
  const pendingMarks = new Map<string, number>()
  const pendingAnnouncements = new Map<string, number>()

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
    deletePendingTags()
    addPendingMarks()
    void readMarks()
    void readAnnouncements()
  })
  subscriber.on('ready', () => {
    // Messages that were missed before are in the list of marks.
    subscriber
      .subscribe(CHANNEL)
      .then(() => Promise.all([readMarks(), readAnnouncements()]))
      .catch(report)
  })
  subscriber.on('message', (_channel, text) => {
    const { data: message } = invalidationSchema.safeParse(parseJson(text))
    if (!message || message.sender === instanceId) return
    if (message.key !== undefined) onInvalidate(message.key)
    if (message.tags !== undefined) onInvalidateTags(message.tags, message.closedMs)
    // By the clock of this instance, as the times of its own requests are.
    const time = Date.now()
    if (message.marks !== undefined) onMarks(message.marks.map((mark) => [mark, time]))
    const { announced } = message
    if (announced) onAnnouncements(announced.tags.map((tag) => [tag, announced.time]))
  })

  function isAvailable(): boolean {
    return commands.status === 'ready' && performance.now() >= cooldownEndsAt
  }

  async function send<T>(command: () => Promise<T>): Promise<T | undefined> {
    if (!isAvailable()) return undefined
    // Redis runs commands in the order in which they are sent.
    deletePendingTags()
    addPendingMarks()
    try {
      return await withTimeout(command(), timeoutMs)
    } catch (error) {
      report(error)
      // An error reply shows that Redis is up.
      if (!(error instanceof ReplyError)) cooldownEndsAt = performance.now() + COOLDOWN_MS
      return undefined
    }
  }

  /**
   * Sends what instances have to know about each other, also while reads do without a slow Redis. It
   * waits until the timeout of the socket.
   */
  async function sendPatiently<T>(command: () => Promise<T>): Promise<T | undefined> {
    if (commands.status !== 'ready') return undefined
    try {
      return await command()
    } catch (error) {
      report(error)
      return undefined
    }
  }

  // Nothing waits for it: an instance that misses the message serves its entry until it expires.
  function invalidate(
    changed:
      | { key: string }
      | { tags: readonly string[]; closedMs: number }
      | { marks: readonly string[] }
      | { announced: { tags: readonly string[]; time: number } },
  ): void {
    if (commands.status !== 'ready') return
    commands.publish(CHANNEL, JSON.stringify({ sender: instanceId, ...changed })).catch(report)
  }

  async function deleteTagged(tags: readonly string[], closedMs: number): Promise<void> {
    const keys = tags.flatMap(keysOfTag)
    const done = await send(() => commands.eval(DELETE_TAGGED, keys.length, ...keys, closedMs))
    if (done !== undefined) return invalidate({ tags, closedMs })
    for (const tag of tags) {
      if (pendingTags.size < MAX_PENDING_TAGS) pendingTags.set(tag, closedMs)
    }
  }

  function deletePendingTags(): void {
    if (!isAvailable()) return
    const pending = [...pendingTags]
    pendingTags.clear()
    for (const [tag, closedMs] of pending) void deleteTagged([tag], closedMs)
  }

  async function addMarks(marks: readonly string[], time: number): Promise<void> {
    const done = await addTimes(MARKS_KEY, marks, time)
    if (done !== undefined) return invalidate({ marks })
    for (const mark of marks) {
      if (pendingMarks.size < MAX_MARKS) pendingMarks.set(mark, time)
    }
  }

  function addPendingMarks(): void {
    if (!isAvailable()) return
    const pending = [...pendingMarks]
    pendingMarks.clear()
    for (const [mark, time] of pending) void addMarks([mark], time)
    const announcements = [...pendingAnnouncements]
    pendingAnnouncements.clear()
    for (const [tag, time] of announcements) void announce([tag], time)
  }

  async function announce(tags: readonly string[], time: number): Promise<void> {
    const done = await addTimes(ANNOUNCEMENTS_KEY, tags, time)
    if (done !== undefined) return invalidate({ announced: { tags, time } })
    for (const tag of tags) {
      if (pendingAnnouncements.size < MAX_MARKS) pendingAnnouncements.set(tag, time)
    }
  }

  function addTimes(key: string, names: readonly string[], time: number): Promise<unknown> {
    const pairs = names.flatMap((name) => [time, name])
    const retentionMs = MARK_RETENTION_SECONDS * 1000
    return sendPatiently(() => commands.eval(ADD_TIMES, 1, key, retentionMs, ...pairs))
  }

  async function readMarks(): Promise<void> {
    // A clock that is ahead must not make later requests look old.
    const now = Date.now()
    const marks = await readTimes(MARKS_KEY)
    onMarks(marks.map(([mark, time]) => [mark, Math.min(time, now)]))
  }

  async function readAnnouncements(): Promise<void> {
    onAnnouncements(await readTimes(ANNOUNCEMENTS_KEY))
  }

  async function readTimes(key: string): Promise<[name: string, time: number][]> {
    const list = await sendPatiently(() => commands.zrange(key, 0, -1, 'WITHSCORES'))
    return (list ?? []).flatMap((name, index, all): [string, number][] =>
      index % 2 === 0 ? [[name, Number(all[index + 1]) || 0]] : [],
    )
  }

  return {
    async get(key) {
      // Redis returns an empty text for a key that it does not have.
      const text = await send(() => commands.getrange(`${PREFIX}:${key}`, 0, MAX_TEXT_BYTES - 1))
      return text || undefined
    },
    async set(key, text, ttlMs, tags = []) {
      if (Buffer.byteLength(text) > MAX_TEXT_BYTES) {
        await this.delete(key)
        return true
      }
      const keys = [`${PREFIX}:${key}`, ...tags.flatMap(keysOfTag)]
      const reply = await send(() =>
        tags.length === 0
          ? commands.set(`${PREFIX}:${key}`, text, 'PX', ttlMs)
          : commands.eval(SET_TAGGED, keys.length, ...keys, text, ttlMs, Date.now()),
      )
      invalidate({ key })
      return reply !== 0
    },
    async delete(key) {
      await send(() => commands.del(`${PREFIX}:${key}`))
      invalidate({ key })
    },
    deleteTagged,
    addMarks,
    async recordOnce(keys, ttlMs) {
      const names = keys.map((key) => `${PREFIX}:${key}`)
      const reply = await sendPatiently(() =>
        commands.eval(RECORD_ONCE, names.length, ...names, ttlMs),
      )
      return reply === undefined ? undefined : reply === 1
    },
    announce,
    close() {
      // Closing makes the commands in flight fail.
      isReported = true
      commands.disconnect()
      subscriber.disconnect()
    },
  }
}

function keysOfTag(tag: string): string[] {
  return [`${PREFIX}:tag:${tag}`, `${PREFIX}:closed:${tag}`]
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
