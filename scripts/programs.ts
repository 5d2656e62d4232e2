import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A program that listens on a port until it is told to end. */
export type Program = {
  /** Folder below the repository's root, which is also where its packages are found. */
  folder: string
  /** The path of the program; Node.js where none is given. */
  command?: string
  args: string[]
  port: number
  env?: Record<string, string>
}

/** A port from an environment variable; ends the process with one line when it is none. */
export function portFrom(name: string, fallback: number): number {
  const value = process.env[name] || String(fallback)
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value)
  return stop(`${name} must be a port number from 0 to 65535, not "${value}"`)
}

/** Says in one line why nothing can be started, and ends the process. */
export function stop(reason: string): never {
  console.error(reason)
  process.exit(1)
}

// Where servers are, which an ordinary user's PATH leaves out.
const serverFolders = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin']

/** Where a program of the operating system is; undefined when it is not installed. */
export function programPath(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...serverFolders]
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

/** A path below the repository's root, as an absolute one. */
export function atRoot(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url))
}

/** Runs programs side by side. When one ends, or a signal comes, all end. */
export async function run(programs: readonly Program[]): Promise<void> {
  for (const { port } of programs) {
    if (await isTaken(port)) {
      stop(`Port ${port} is in use: end the program that listens there, then start again`)
    }
  }

  const children = programs.map(start)
  let signalled = false
  const endAll = () => {
    for (const child of children) child.kill('SIGTERM')
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      signalled = true
      endAll()
    })
  }
  const codes = await Promise.all(
    children.map(async (child) => {
      const code = await exitOf(child)
      endAll()
      return code
    }),
  )
  process.exitCode = signalled ? 0 : (codes.find((code) => code !== 0) ?? 0)
}

function start({ folder, command = process.execPath, args, port, env }: Program): ChildProcess {
  return spawn(command, args, {
    cwd: atRoot(folder),
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: 'inherit',
  })
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(true))
    server.listen(port, () => server.close(() => resolve(false)))
  })
}
