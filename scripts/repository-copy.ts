import { spawnSync } from 'node:child_process'
import { copyFileSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fromRoot } from './programs.ts'
import { listFiles } from './repository-files.ts'

const temporaryFolders: string[] = []
process.once('exit', () => {
  for (const folder of temporaryFolders) rmSync(folder, { recursive: true, force: true })
})

/** Creates a temporary folder that is deleted when the process exits. */
export function createTemporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  temporaryFolders.push(folder)
  return folder
}

/**
 * Copies the files that git does not ignore into a temporary folder and installs their packages, so
 * that a build does not change the working tree.
 */
export function copyRepository(name: string): string {
  const copy = createTemporaryFolder(name)
  for (const path of listFiles().filter((path) => isFile(fromRoot(path)))) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    copyFileSync(fromRoot(path), join(copy, path))
  }
  // Offline, because the installation of the working tree has filled pnpm's store.
  runCommand('pnpm', ['install', '--offline', '--frozen-lockfile'], { cwd: copy })
  return copy
}

// A symlink may point to a folder.
function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

type CommandOptions = { cwd: string; env?: Record<string, string> }

/**
 * Runs a program without showing its output.
 * @throws Error with its output if it fails.
 */
export function runCommand(
  program: string,
  args: readonly string[],
  { cwd, env }: CommandOptions,
): void {
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
