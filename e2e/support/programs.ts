import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** A running program. */
export type Program = {
  /** The error output of a program that was started with `quiet`. */
  errors: () => string
  /** Sends SIGTERM, and returns the exit code when the program has ended. */
  end: () => Promise<number | null>
}

/** Finds a port on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0), 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

type StartOptions = {
  /** A folder, absolute or relative to this package. */
  cwd: string
  env?: Record<string, string>
  ready: () => Promise<unknown>
  /** Gets each line of the program's output. */
  onLine?: (line: string) => void
  /** Gets each line of the program's error output, which is then not shown. */
  onErrorLine?: (line: string) => void
  /** Shows the program's error output only if it does not start. */
  quiet?: boolean
}

/** Starts a program, and waits until it is ready. */
export async function startProgram(
  command: string | readonly string[],
  { cwd, env, ready, onLine, onErrorLine, quiet = onErrorLine !== undefined }: StartOptions,
): Promise<Program> {
  const [program = '', ...args] = typeof command === 'string' ? command.split(' ') : command
  const child = spawn(program, args, {
    cwd: resolve(import.meta.dirname, '..', cwd),
    env: { ...process.env, ...env },
    stdio: ['ignore', onLine ? 'pipe' : 'ignore', quiet ? 'pipe' : 'inherit'],
  })
  if (onLine && child.stdout) createInterface(child.stdout).on('line', onLine)
  if (onErrorLine && child.stderr) createInterface(child.stderr).on('line', onErrorLine)
  let stderr = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk
  })
  const ended = once(child, 'exit')
  const failed = ended.then(() =>
    Promise.reject(new Error(`${program} ended while it was starting\n${stderr}`)),
  )
  await Promise.race([retryUntilSuccess(ready), failed])
  // From now on the program is expected to end.
  failed.catch(() => {})
  return {
    errors: () => stderr,
    async end() {
      child.kill()
      await ended
      return child.exitCode
    },
  }
}

/** Starts a server of `servers.ts`, and waits until its `url` responds. */
export function startServer(
  {
    command,
    url,
    ...server
  }: { command: string; url: string; cwd: string; env: Record<string, string> },
  options: Partial<StartOptions> = {},
): Promise<Program> {
  return startProgram(command, { ...server, ready: () => expectHealthy(url), ...options })
}

/** Repeats an attempt until it succeeds. */
export async function retryUntilSuccess(attempt: () => Promise<unknown>): Promise<void> {
  const succeeded = await attempt().then(
    () => true,
    () => false,
  )
  if (succeeded) return
  await new Promise((resolve) => setTimeout(resolve, 50))
  return retryUntilSuccess(attempt)
}

/** Throws unless a GET of the URL succeeds. */
export async function expectHealthy(url: string): Promise<void> {
  const response = await fetch(url, { headers: { 'user-agent': 'tests' } })
  if (!response.ok) throw new Error(`${url} responded with ${response.status}`)
}
