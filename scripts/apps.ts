import { existsSync } from 'node:fs'
import { atRoot, type Program, portFrom, stop } from './programs.ts'

const next = 'node_modules/next/dist/bin/next'
const dashboard = 'apps/dashboard'

/** The sample GitHub, on the address that `.env.development` names. */
export const sampleGitHub: Program = {
  folder: 'apps/sample-github',
  args: ['--import', 'tsx', 'src/main.ts'],
  port: 4001,
}

/** The dashboard as it is developed: on this machine only, made anew with every change. */
export function developedDashboard(): Program {
  const port = portFrom('PORT', 3000)
  return { folder: dashboard, args: [next, 'dev', '-H', 'localhost', '-p', String(port)], port }
}

/** The dashboard as it was built. */
export function builtDashboard(env: Record<string, string> = {}): Program {
  if (!existsSync(atRoot(`${dashboard}/.next/BUILD_ID`))) {
    stop('There is no production build yet: run `pnpm build` first')
  }
  const port = portFrom('PORT', 3000)
  return { folder: dashboard, args: [next, 'start', '-p', String(port)], port, env }
}
