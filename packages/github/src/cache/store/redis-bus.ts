import type { BusDriver } from 'bentocache/types'
import type { Redis } from 'ioredis'
import { z } from 'zod'

const payloadShape = z.object({
  type: z.enum(['set', 'delete', 'expire', 'clear']),
  keys: z.array(z.string()),
  namespace: z.string(),
})

/**
 * Tells the other instances which keys have changed. bentocache's own Redis bus opens connections
 * that nobody may configure apart: without a queue its subscription fails as an unhandled rejection,
 * with a queue every publication waits for Redis.
 */
export function redisBus(
  publisher: Redis,
  subscriber: Redis,
  tell: (error: unknown) => void,
): BusDriver {
  let ownId: string
  const bus: BusDriver = {
    setId(id) {
      ownId = id
      return bus
    },
    // Nobody waits: an instance that does not hear of it answers by its entry's age.
    async publish(channel, payload) {
      if (publisher.status !== 'ready') return
      publisher.publish(channel, JSON.stringify({ busId: ownId, payload })).catch(tell)
    },
    async subscribe<T>(channel: string, handler: (payload: T) => void | Promise<void>) {
      const messageShape = z.object({
        busId: z.string(),
        payload: z.custom<T>((payload) => payloadShape.safeParse(payload).success),
      })
      subscriber.on('message', (_channel, text) => {
        const { data: message } = messageShape.safeParse(jsonOf(text))
        if (message && message.busId !== ownId) void handler(message.payload)
      })
      subscriber.on('ready', () => {
        subscriber.subscribe(channel).catch(tell)
      })
    },
    async unsubscribe(channel) {
      await subscriber.unsubscribe(channel)
    },
    onReconnect() {},
    async disconnect() {},
  }
  return bus
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
