import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromRoot } from '../programs.ts'
import { copyRepository, runCommand } from '../repository-copy.ts'
import { listFiles } from '../repository-files.ts'

/** Part of every secret during the build; the output must not contain it. */
export const SECRET_CANARY = 'canary-of-the-vercel-check'

const project = {
  projectId: 'prj_local',
  orgId: 'team_local',
  // A Vercel project's settings. The packages are already installed.
  settings: {
    framework: 'nextjs',
    rootDirectory: 'apps/dashboard',
    nodeVersion: '24.x',
    installCommand: 'true',
  },
}

const secrets = {
  GITHUB_TOKEN: `github_pat_${SECRET_CANARY}`,
  GITHUB_CLIENT_ID: SECRET_CANARY,
  GITHUB_CLIENT_SECRET: SECRET_CANARY,
  SESSION_SECRET: `${SECRET_CANARY}-that-is-long-enough`,
  REDIS_URL: `redis://:${SECRET_CANARY}@127.0.0.1:9`,
}

// Next copies these variables into the code of the browser, whatever their values are.
const publicPattern = /NEXT_PUBLIC_(?!REPOSITORY_URL\b)\w+/g

/** A secret for each public variable that the sources read. */
function publicSecrets(): Record<string, string> {
  const names = listFiles('apps/dashboard', 'packages').flatMap(
    (path) => readFileSync(fromRoot(path), 'utf8').match(publicPattern) ?? [],
  )
  return Object.fromEntries(names.map((name) => [name, secrets.GITHUB_TOKEN]))
}

/** Builds a copy of the repository as Vercel does, without a login or network. Returns its folder. */
export function buildCopy(cli: string): string {
  const copy = copyRepository('vercel-check')
  mkdirSync(join(copy, '.vercel'))
  writeFileSync(join(copy, '.vercel/project.json'), JSON.stringify(project))
  const env = { ...secrets, ...publicSecrets(), VERCEL_TELEMETRY_DISABLED: '1' }
  runCommand(process.execPath, [cli, 'build', '--yes'], { cwd: copy, env })
  return copy
}
