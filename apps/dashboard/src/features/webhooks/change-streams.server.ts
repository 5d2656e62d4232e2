import type { ServerResponse } from 'node:http'
import type { Announcements } from '@repo/github/store'

type Options = {
  announcements: Announcements
  /** How long after an announcement a shared cache may still have the old page, in milliseconds. */
  delayMs: number
  maxStreams?: number
}

type StreamRequest = {
  /** The tag of the responses that the open page shows. */
  tag: string
  /** The last announced change that the page shows, in milliseconds since 1970. */
  since: number
  /** The client, if its address is known. */
  client: string | undefined
}

type Stream = StreamRequest & { write: (text: string) => void; end: () => void }

/** The most streams of a process: each keeps a connection open. */
const MAX_STREAMS = 2000
/** The most streams of a client; only visible pages have one. */
export const MAX_CLIENT_STREAMS = 20
/** Shorter than any proxy waits for the next bytes. Varnish learns only by it that a client has left. */
const HEARTBEAT_MS = 3000
/** A stream ends after this, or up to a fifth earlier, and its page connects again. */
const MAX_STREAM_MS = 300_000
/** The browser's wait before it connects again; up to twice as long, so that not all come at once. */
const MIN_RETRY_MS = 1000
/** Pages of one repository load their data within this time for each of them. */
const SPREAD_MS = 2

/** Creates the streams of announced changes to the open pages of this process. */
export function createChangeStreams({ announcements, delayMs, maxStreams = MAX_STREAMS }: Options) {
  const streams = new Set<Stream>()
  const streamsByTag = new Map<string, Set<Stream>>()
  const clientCounts = new Map<string, number>()
  let heartbeat: ReturnType<typeof setInterval> | undefined

  announcements.listen((tag, time) => {
    const followers = streamsByTag.get(tag) ?? new Set()
    for (const stream of followers) announce(stream, time, followers.size * SPREAD_MS)
  })

  function announce(stream: Stream, time: number, spreadMs = 0): void {
    if (time <= stream.since) return
    stream.since = time
    const waitMs = Math.max(time + delayMs - Date.now(), 0) + Math.random() * spreadMs
    const write = () => stream.write(`id: ${time}\ndata: ${stream.tag}\n\n`)
    if (waitMs < 1) write()
    else setTimeout(write, waitMs)
  }

  function add(stream: Stream): void {
    const { tag, client } = stream
    streams.add(stream)
    const followers = streamsByTag.get(tag) ?? new Set()
    streamsByTag.set(tag, followers.add(stream))
    if (client !== undefined) clientCounts.set(client, (clientCounts.get(client) ?? 0) + 1)
    heartbeat ??= setInterval(() => {
      for (const each of streams) each.write(':\n\n')
    }, HEARTBEAT_MS)
  }

  function remove(stream: Stream): void {
    const { tag, client } = stream
    streams.delete(stream)
    const followers = streamsByTag.get(tag)
    followers?.delete(stream)
    if (followers?.size === 0) streamsByTag.delete(tag)
    const count = client === undefined ? 0 : (clientCounts.get(client) ?? 0) - 1
    if (client !== undefined && count > 0) clientCounts.set(client, count)
    else if (client !== undefined) clientCounts.delete(client)
    if (streams.size > 0) return
    clearInterval(heartbeat)
    heartbeat = undefined
  }

  return {
    /** Why no stream can be opened for a client; undefined if one can. */
    findLimit(client: string | undefined): 'client' | 'server' | undefined {
      const count = client === undefined ? 0 : (clientCounts.get(client) ?? 0)
      if (count >= MAX_CLIENT_STREAMS) return 'client'
      return streams.size >= maxStreams ? 'server' : undefined
    },
    /** Sends announced changes by a response, from the last one that its page shows; until it closes. */
    open(res: ServerResponse, request: StreamRequest): Promise<void> {
      const stream: Stream = {
        ...request,
        // A change that comes too late for this stream is announced by the next one.
        write: (text) => void (res.writableEnded || res.destroyed || res.write(text)),
        end: () => res.end(),
      }
      add(stream)
      const lifetime = setTimeout(stream.end, MAX_STREAM_MS * (0.8 + Math.random() * 0.2))
      stream.write(`retry: ${Math.round(MIN_RETRY_MS * (1 + Math.random()))}\n\n`)
      announce(stream, announcements.latest([stream.tag]))
      return new Promise((resolve) => {
        res.once('close', () => {
          clearTimeout(lifetime)
          remove(stream)
          resolve()
        })
      })
    },
    /** Ends all streams, so that their pages connect to another instance. */
    endAll(): void {
      for (const stream of streams) stream.end()
    },
  }
}
