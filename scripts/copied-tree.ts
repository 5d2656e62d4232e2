import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { atRoot } from './programs.ts'

/** A new folder for temporary files, which is gone when the process ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/**
 * Copies the repository's files into a temporary folder, with what git does not ignore, and installs
 * their packages. What is built there leaves the working tree as it is.
 */
export function copiedTree(name: string): string {
  const copy = temporaryFolder(name)
  for (const path of sourceFiles()) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    copyFileSync(atRoot(path), join(copy, path))
  }
  // The packages are in pnpm's store: the working tree was installed from it.
  runToEnd('pnpm', ['install', '--offline', '--frozen-lockfile'], { cwd: copy })
  return copy
}

function sourceFiles(): string[] {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  return execFileSync('git', list, { cwd: atRoot('.'), encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && isFile(atRoot(path)))
}

// Deleted files are still in git's list, and symlinks may lead to folders.
function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

type Place = { cwd: string; env?: Record<string, string> }

/**
 * Runs a program to its end, in silence.
 * @throws Error with what it said when it fails.
 */
export function runToEnd(program: string, args: readonly string[], { cwd, env }: Place): void {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, CI: '1', NEXT_TELEMETRY_DISABLED: '1', ...env },
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  const command = [program, ...args].join(' ')
  throw new Error(`${command} failed: ${error?.message ?? `\n${stdout}\n${stderr}`}`)
}
