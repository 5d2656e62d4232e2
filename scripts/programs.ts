import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A server process. */
export type Program = {
  /** The working directory, relative to the repository root. */
  folder: string
  /** The path of the executable; Node.js by default. */
  command?: string
  args: string[]
  port: number
  /** The environment variable that changes the port. */
  portVariable: string
  env?: Record<string, string>
}

/** Reads a port number from an environment variable. Exits with an error line if it is invalid. */
export function readPort(name: string, fallback: number): number {
  const value = process.env[name] || String(fallback)
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port >= 1 && port <= 65_535) return port
  return exitWithError(`${name} must be a port number from 1 to 65535, not "${value}"`)
}

/** Prints one line to stderr and exits with status 1. */
export function exitWithError(message: string): never {
  console.error(message)
  process.exit(1)
}

// Servers are installed in these folders, which an ordinary user's PATH does not contain.
const serverFolders = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin']

/** Finds the path of an installed program; undefined if it is not installed. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...serverFolders]
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

/** Resolves a path relative to the repository root. */
export function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url))
}

/**
 * Runs programs side by side and starts each as soon as the one before it listens. All of them end
 * when one of them ends or a signal arrives.
 */
export async function runPrograms(programs: readonly Program[]): Promise<void> {
  await requireFreePorts(programs)
  const children: ChildProcess[] = []
  const codes: number[] = []
  let isEnding = false
  let isSignaled = false

  function endAll(signal: 'SIGINT' | 'SIGTERM') {
    isEnding = true
    for (const child of children) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      isSignaled = true
      endAll(signal)
    })
  }

  const exits: Promise<void>[] = []
  for (const program of programs) {
    if (isEnding) break
    const child = start(program)
    children.push(child)
    exits.push(
      waitForExit(child).then((code) => {
        codes.push(code)
        endAll('SIGTERM')
      }),
    )
    while (!isEnding && !(await isListening(program.port))) await setTimeout(50)
  }
  await Promise.all(exits)
  process.exitCode = isSignaled ? 0 : (codes.find((code) => code !== 0) ?? 0)
}

/** Exits with an error line if a program cannot listen on its port. */
export async function requireFreePorts(
  programs: readonly Pick<Program, 'port' | 'portVariable'>[],
): Promise<void> {
  for (const [index, { port, portVariable }] of programs.entries()) {
    const other = programs.slice(0, index).find((program) => program.port === port)
    if (other) {
      exitWithError(`${other.portVariable} and ${portVariable} must differ, but both are ${port}`)
    }
    const error = await findListenError(port)
    if (!error) continue
    const reason = error === 'EADDRINUSE' ? 'is in use' : `is not available (${error})`
    exitWithError(`Port ${port} ${reason}. Set ${portVariable} to another port`)
  }
}

function start(program: Program): ChildProcess {
  const { folder, command = process.execPath, args, port, portVariable, env } = program
  return spawn(command, args, {
    cwd: fromRoot(folder),
    env: { ...process.env, ...env, PORT: String(port), [portVariable]: String(port) },
    stdio: 'inherit',
  })
}

/** Waits until a process ends; returns its exit code, or 1 if it cannot start or a signal ends it. */
export function waitForExit(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1))
    child.once('error', () => resolve(1))
  })
}

function findListenError(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code))
    server.listen(port, () => server.close(() => resolve(undefined)))
  })
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, 'localhost')
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}
