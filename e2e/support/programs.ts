import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** A running program. */
export type Program = {
  /** What a quiet program has said of errors. */
  errors: () => string
  end: () => Promise<void>
}

/** A port on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0), 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

type StartOptions = {
  /** Folder, absolute or beside this package. */
  cwd: string
  env?: Record<string, string>
  ready: () => Promise<unknown>
  /** Gets each line that the program prints. */
  onLine?: (line: string) => void
  /** Gets each line that the program prints of errors, which are then not shown. */
  onErrorLine?: (line: string) => void
  /** What the program says of errors is shown only when it does not start. */
  quiet?: boolean
}

/** Starts a program, and waits until it is ready. */
export async function startProgram(
  command: string,
  { cwd, env, ready, onLine, onErrorLine, quiet = onErrorLine !== undefined }: StartOptions,
): Promise<Program> {
  const [program = '', ...args] = command.split(' ')
  const child = spawn(program, args, {
    cwd: resolve(import.meta.dirname, '..', cwd),
    env: { ...process.env, ...env },
    stdio: ['ignore', onLine ? 'pipe' : 'ignore', quiet ? 'pipe' : 'inherit'],
  })
  if (onLine && child.stdout) createInterface(child.stdout).on('line', onLine)
  if (onErrorLine && child.stderr) createInterface(child.stderr).on('line', onErrorLine)
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const ended = once(child, 'exit')
  const failed = ended.then(() =>
    Promise.reject(new Error(`${command} ended at its start\n${said}`)),
  )
  await Promise.race([untilDone(ready), failed])
  // From now on an end is wanted.
  failed.catch(() => {})
  return {
    errors: () => said,
    async end() {
      child.kill()
      await ended
    },
  }
}

async function untilDone(attempt: () => Promise<unknown>): Promise<void> {
  const done = await attempt().then(
    () => true,
    () => false,
  )
  if (done) return
  await new Promise((resolve) => setTimeout(resolve, 50))
  return untilDone(attempt)
}

/** Succeeds when an address answers with success. */
export async function answers(url: string): Promise<void> {
  const response = await fetch(url, { headers: { 'user-agent': 'tests' } })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
}
