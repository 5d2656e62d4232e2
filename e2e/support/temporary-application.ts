import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/**
 * Copies an application of this package to a temporary folder in `parent`, with copies of packages
 * of the repository. What they depend on is linked: nothing is downloaded.
 */
export function createTemporaryApplication(
  name: string,
  packages: readonly string[] = [],
  parent = tmpdir(),
): string {
  const target = realpathSync(mkdtempSync(join(parent, `${name}-`)))
  cpSync(join(root, 'e2e', name), target, { recursive: true })
  for (const name of packages) {
    const source = join(root, 'packages', name)
    const copy = join(target, 'packages', name)
    cpSync(source, copy, {
      recursive: true,
      filter: (path) => !['node_modules', '.next', '.turbo'].includes(basename(path)),
    })
    link(copy, join(target, 'node_modules/@repo', name))
    linkDependencies(source, target)
  }
  for (const dependency of ['next', 'react', 'react-dom']) {
    const installed = join(root, 'apps/dashboard/node_modules', dependency)
    link(installed, join(target, 'node_modules', dependency))
  }
  return target
}

/** Links what a package depends on, unless the application has a copy of it. */
export function linkDependencies(source: string, target: string): void {
  const { dependencies = {} } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  for (const dependency of Object.keys(dependencies)) {
    link(join(source, 'node_modules', dependency), join(target, 'node_modules', dependency))
  }
}

/** Runs Node.js in an application's folder, and returns what it prints. */
export function runNode(folder: string, args: string[], env: Record<string, string> = {}): string {
  return execFileSync(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    encoding: 'utf8',
    // The output of a failure is part of the error.
    stdio: 'pipe',
  })
}

/** Builds an application for production. */
export function build(folder: string, env?: Record<string, string>): void {
  runNode(folder, ['node_modules/next/dist/bin/next', 'build', '--webpack'], env)
}

function link(source: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  if (!existsSync(path)) symlinkSync(realpathSync(source), path)
}
