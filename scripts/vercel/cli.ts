import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { runToEnd } from '../copied-tree.ts'

const version = '64.0.2'

// This version asks for a release of `sandbox` that was never published.
const manifest = {
  private: true,
  dependencies: { vercel: version },
  overrides: { sandbox: '4.5.0' },
}

/** The path of Vercel's CLI, which is fetched once, into the user's cache: nobody else needs it. */
export function vercelCli(): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  const folder = join(cache, 'repo-dashboard', `vercel-${version}`)
  const program = join(folder, 'node_modules/vercel/dist/vc.js')
  if (existsSync(program)) return program

  console.log(`Fetching Vercel's CLI ${version} into ${folder}`)
  mkdirSync(join(cache, 'repo-dashboard'), { recursive: true })
  // Whoever is interrupted leaves no half of it behind under its name.
  const unfinished = mkdtempSync(`${folder}-`)
  writeFileSync(join(unfinished, 'package.json'), JSON.stringify(manifest))
  runToEnd('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: unfinished })
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
  return program
}
