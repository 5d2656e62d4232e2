import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copiedTree, runToEnd, temporaryFolder } from './copied-tree.ts'
import { atRoot } from './programs.ts'

const copy = copiedTree('standalone-build')
runToEnd('pnpm', ['build'], { cwd: copy, env: { STANDALONE: '1' } })

// As the README tells it: the folder, and into it what Next leaves to a CDN.
const folder = temporaryFolder('standalone')
const built = join(copy, 'apps/dashboard')
const parts = {
  '.next/standalone': '.',
  '.next/static': 'apps/dashboard/.next/static',
  public: 'apps/dashboard/public',
}
for (const [from, to] of Object.entries(parts)) {
  cpSync(join(built, from), join(folder, to), { recursive: true, verbatimSymlinks: true })
}
// Nothing is left of where it was built that it could still reach for.
rmSync(copy, { recursive: true })

const { status } = spawnSync('pnpm', ['--filter', '@repo/e2e', 'standalone'], {
  cwd: atRoot('.'),
  env: { ...process.env, E2E_STANDALONE: folder },
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
process.exitCode = status ?? 1
