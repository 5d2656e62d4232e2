import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copiedTree, runToEnd } from '../copied-tree.ts'

/** What stands in every secret during the build, and must not be found in what was built. */
export const canary = 'canary-of-the-vercel-check'

const project = {
  projectId: 'prj_local',
  orgId: 'team_local',
  // The settings that a project at Vercel has; what is to be installed has been.
  settings: {
    framework: 'nextjs',
    rootDirectory: 'apps/dashboard',
    nodeVersion: '24.x',
    installCommand: 'true',
  },
}

const secrets = {
  GITHUB_TOKEN: `github_pat_${canary}`,
  GITHUB_CLIENT_ID: canary,
  GITHUB_CLIENT_SECRET: canary,
  SESSION_SECRET: `${canary}-that-is-long-enough`,
  REDIS_URL: `redis://:${canary}@127.0.0.1:9`,
}

/** Builds a copy of the repository as Vercel does, without a login or the network; gives its folder. */
export function buildCopy(cli: string): string {
  const copy = copiedTree('vercel-check')
  mkdirSync(join(copy, '.vercel'))
  writeFileSync(join(copy, '.vercel/project.json'), JSON.stringify(project))
  const env = { ...secrets, VERCEL_TELEMETRY_DISABLED: '1' }
  runToEnd(process.execPath, [cli, 'build', '--yes'], { cwd: copy, env })
  return copy
}
