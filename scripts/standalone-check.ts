import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitWithError, fromRoot } from './programs.ts'
import { copyRepository, createTemporaryFolder, runCommand } from './repository-copy.ts'

const copy = copyRepository('standalone-build')
for (const file of ['.env', '.env.production']) {
  writeFileSync(join(copy, 'apps/dashboard', file), 'GITHUB_TOKEN=token-of-the-build-machine\n')
}
runCommand('pnpm', ['build'], { cwd: copy, env: { STANDALONE: '1' } })

const copied = readdirSync(join(copy, 'apps/dashboard/.next/standalone'), { recursive: true })
  .map(String)
  .filter((path) => /(?:^|[/\\])\.env/.test(path))
if (copied.length > 0) exitWithError(`The standalone folder contains ${copied.join(', ')}`)

// As docs/deploying.md describes it: the folder, and the files that Next leaves to a CDN.
const folder = createTemporaryFolder('standalone')
const built = join(copy, 'apps/dashboard')
const parts = {
  '.next/standalone': '.',
  '.next/static': 'apps/dashboard/.next/static',
  public: 'apps/dashboard/public',
}
for (const [from, to] of Object.entries(parts)) {
  cpSync(join(built, from), join(folder, to), { recursive: true, verbatimSymlinks: true })
}
// The server must not depend on the folder in which it was built.
rmSync(copy, { recursive: true })

const { status } = spawnSync('pnpm', ['--filter', '@repo/e2e', 'standalone'], {
  cwd: fromRoot('.'),
  env: { ...process.env, E2E_STANDALONE: folder },
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
process.exitCode = status ?? 1
