import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fromRoot } from './programs.ts'

/** Lists the existing files that git does not ignore, by pathspecs; all files without one. */
export function listFiles(...pathspecs: string[]): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...pathspecs]
  return execFileSync('git', args, { cwd: fromRoot('.'), encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && existsSync(fromRoot(path)))
}
