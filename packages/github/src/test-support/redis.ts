import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Redis } from 'ioredis'
import { expect, onTestFinished } from 'vitest'
import { createStores, type Stores, type StoresOptions } from '../cache/stores.ts'

/** Stores that are closed when the test ends. */
export function createTestStores(options: StoresOptions = {}) {
  const stores = createStores(options)
  onTestFinished(() => stores.close())
  return stores
}

/** The stores of two instances that are connected to one Redis. */
export async function twoInstances(url?: string, more: StoresOptions = {}) {
  const redisUrl = url ?? (await startRedis()).url
  // Longer than a busy machine needs; tests of the timeout set their own.
  const options = { redisUrl, redisTimeoutMs: 60_000, ...more }
  const a = createTestStores(options)
  const b = createTestStores(options)
  await waitUntilConnected(a, b)
  return [a, b] as const
}

/** Waits until each of two instances sees what the other has overwritten. */
export async function waitUntilConnected(a: Stores, b: Stores): Promise<void> {
  for (const [writer, reader] of [
    [a, b],
    [b, a],
  ] as const) {
    let count = 0
    const overwritten = async () => {
      await writer.shared.set('probe', ++count, 60)
      return (await reader.shared.get('probe')) === count && count > 2
    }
    await expect.poll(overwritten, { interval: 10 }).toBe(true)
  }
}

/** Starts a Redis for one test, without a disk. */
export async function startRedis(port?: number) {
  const directory = await mkdtemp(join(tmpdir(), 'store-redis-'))
  const onPort = port ?? (await freePort())
  const program = ['--port', `${onPort}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const child = spawn('redis-server', program, {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
  })

  async function stop(): Promise<void> {
    child.kill('SIGKILL')
    await ended
    await rm(directory, { recursive: true, force: true })
  }
  onTestFinished(stop)

  await new Promise<void>((resolve, reject) => {
    child.once('error', () => {
      reject(
        new Error(
          'These tests need the program redis-server: `apt-get install redis-server` or `brew install redis`',
        ),
      )
    })
    child.once('exit', () => reject(new Error('redis-server ended before it was ready')))
    createInterface(child.stdout).on('line', (line) => {
      if (line.includes('Ready to accept connections')) resolve()
    })
  })
  return {
    url: `redis://127.0.0.1:${onPort}`,
    port: onPort,
    stop,
    /** It keeps its connections open and sends nothing. */
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
  }
}

/** A connection that shows what Redis contains. */
export function rawClient(url: string): Redis {
  const client = new Redis(url)
  onTestFinished(() => client.disconnect())
  return client
}

/** A server that accepts every connection and sends nothing. */
export async function startSilentServer() {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}))
  })
  const port = await listening(server)
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await once(server.close(), 'close')
  })
  return { url: `redis://127.0.0.1:${port}`, sockets }
}

/** A port on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await once(server.close(), 'close')
  return port
}

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
