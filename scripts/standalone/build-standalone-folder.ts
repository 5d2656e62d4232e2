import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyRepository, createTemporaryFolder, runCommand } from '../repository-copy.ts'

// As docs/deploying.md describes it: the folder, and the files that Next leaves to a CDN.
const parts = {
  '.next/standalone': '.',
  '.next/static': 'apps/dashboard/.next/static',
  public: 'apps/dashboard/public',
}

/** Builds a copy of the repository, and keeps nothing of it but the standalone folder. */
export function buildStandaloneFolder(): string {
  const copy = copyRepository('standalone-build')
  const built = join(copy, 'apps/dashboard')
  for (const file of ['.env', '.env.production']) {
    writeFileSync(join(built, file), 'GITHUB_TOKEN=token-of-the-build-machine\n')
  }
  runCommand('pnpm', ['build'], { cwd: copy, env: { STANDALONE: '1' } })

  const folder = createTemporaryFolder('standalone')
  for (const [from, to] of Object.entries(parts)) {
    cpSync(join(built, from), join(folder, to), { recursive: true, verbatimSymlinks: true })
  }
  // The server must not depend on the folder in which it was built.
  rmSync(copy, { recursive: true })
  return folder
}
