import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { findProgram } from '../../scripts/programs.ts'
import { type Program, startProgram } from './programs.ts'

/**
 * Starts a Redis without snapshots on disk.
 * @param logFolder Where it logs every command that changes it, as `readWrites` returns them.
 */
export async function startRedis(port: number, logFolder?: string): Promise<Program> {
  const program = findProgram('redis-server')
  if (!program) throw new Error('redis-server is not installed: apt-get install redis-server')
  const log = logFolder ? `yes --appendfsync always --dir ${logFolder}` : 'no'
  return startProgram(`${program} --port ${port} --save --appendonly ${log}`, {
    cwd: '.',
    ready: async () => {
      const socket = createConnection(port, '127.0.0.1')
      await once(socket, 'connect')
      socket.destroy()
    },
  })
}

/** Reads every command that has changed a Redis with this log, so everything it has ever contained. */
export async function readWrites(logFolder: string): Promise<string> {
  const files = await readdir(logFolder, { recursive: true, withFileTypes: true })
  const logs = files.filter((file) => file.isFile() && file.name.endsWith('.aof'))
  const texts = logs.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8'))
  return (await Promise.all(texts)).join('\n')
}

/** Sends a command to a Redis, and returns its reply as text in the protocol of Redis. */
export async function askRedis(port: number, command: string): Promise<string> {
  const socket = createConnection(port, '127.0.0.1')
  // Redis sends its replies in order, and closes the connection after the second one.
  socket.write(`${command}\r\nQUIT\r\n`)
  return text(socket)
}
