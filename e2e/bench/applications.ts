import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  build,
  createTemporaryApplication,
  linkDependencies,
} from '../support/temporary-application.ts'

/** The dashboard's folder, with its production build. */
export const dashboard = join(import.meta.dirname, '../../apps/dashboard')

const packages = ['auth-headers', 'cache-headers', 'github', 'page-runtime', 'ui']
const folders = new Map<string, string>()

/** Builds a Next application with an empty `getServerSideProps` page, once; returns its folder. */
export function emptyApplication(): string {
  return buildOnce('empty-application', () => createTemporaryApplication('empty-application'))
}

/** Builds the overview on the App Router, once; returns its application's folder. */
export function appRouterApplication(): string {
  return buildOnce('app-router-application', createAppRouterApplication)
}

/** Deletes the applications that were built. */
export function deleteApplications(): void {
  for (const folder of folders.values()) rmSync(folder, { recursive: true, force: true })
}

function buildOnce(name: string, create: () => string): string {
  const known = folders.get(name)
  if (known !== undefined) return known
  console.log(`  building the ${name.replaceAll('-', ' ')} …`)
  const folder = create()
  folders.set(name, folder)
  build(folder)
  return folder
}

// The same components and the same reads as in the dashboard: all of its source but its pages.
function createAppRouterApplication(): string {
  const folder = createTemporaryApplication('app-router-application', packages)
  linkDependencies(dashboard, folder)
  cpSync(join(dashboard, 'package.json'), join(folder, 'package.json'))
  cpSync(join(dashboard, 'src'), join(folder, 'src'), {
    recursive: true,
    filter: (path) => path !== join(dashboard, 'src/pages'),
  })
  markContexts(join(folder, 'src'))
  markContexts(join(folder, 'packages/ui/src'))
  return folder
}

/** Makes each module that creates a context a client module, as the App Router requires. */
function markContexts(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.tsx')) continue
    const path = join(folder, file)
    const code = readFileSync(path, 'utf8')
    if (/\bcreateContext\b/.test(code)) writeFileSync(path, `'use client'\n\n${code}`)
  }
}
