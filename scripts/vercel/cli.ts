import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../repository-copy.ts'

const version = '64.0.2'

// This version depends on a release of `sandbox` that is not on the registry.
const manifest = {
  private: true,
  dependencies: { vercel: version },
  overrides: { sandbox: '4.5.0' },
}

/** Installs Vercel's CLI into the user's cache, unless it is there. Returns its path. */
export function installVercelCli(): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  const folder = join(cache, 'repo-dashboard', `vercel-${version}`)
  const program = join(folder, 'node_modules/vercel/dist/vc.js')
  if (existsSync(program)) return program

  console.log(`Installing Vercel's CLI ${version} into ${folder}`)
  mkdirSync(join(cache, 'repo-dashboard'), { recursive: true })
  // An interrupted installation must not look like a complete one.
  const unfinished = mkdtempSync(`${folder}-`)
  writeFileSync(join(unfinished, 'package.json'), JSON.stringify(manifest))
  runCommand('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: unfinished })
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
  return program
}
