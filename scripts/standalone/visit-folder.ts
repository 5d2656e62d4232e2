import { lstatSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findLoggedErrors, responseChecks } from '../deployments/response-checks.ts'
import { startDashboard } from '../deployments/servers.ts'
import { visitDeployment } from '../deployments/visit-deployment.ts'
import { fromRoot } from '../programs.ts'

const recorder = pathToFileURL(fromRoot('scripts/standalone/record-missing-files.mjs'))

/**
 * Runs the server of a standalone folder, and visits it.
 * @param paths the paths to visit; all by default.
 * @returns what each check finds.
 */
export async function visitFolder(
  folder: string,
  githubUrl: string,
  paths?: readonly string[],
): Promise<Record<string, string[]>> {
  const logLines: string[] = []
  let errors: string[] = []
  const { url, end } = await startDashboard('node server.js', {
    folder: join(folder, 'apps/dashboard'),
    githubUrl,
    env: { NODE_OPTIONS: `--import=${recorder}` },
    onLogLine: (line) => logLines.push(line),
  })
  const results = await visitDeployment(url, {
    githubUrl,
    paths,
    beforeFailures() {
      errors = findLoggedErrors(logLines)
    },
  })
  await end()
  const checked = Object.entries(responseChecks).map(([title, check]) => [title, check(results)])
  return {
    ...Object.fromEntries(checked),
    'the server logs no error': errors,
    'the folder contains every file that the server looks for': findMissingFiles(folder, logLines),
  }
}

// For the App Router only; Next goes on without it. A build in the repository has it.
const OPTIONAL_FILE = 'apps/dashboard/.next/server/prefetch-hints.json'

/** Finds the files that the server looked for, which are in the repository and not in the folder. */
function findMissingFiles(folder: string, logLines: readonly string[]): string[] {
  const paths = logLines.flatMap((line) => /^missing file: (.+)$/.exec(line)?.[1] ?? [])
  return [...new Set(paths)]
    .map((path) => relative(folder, path))
    .filter((path) => !path.startsWith('..') && path !== OPTIONAL_FILE && isFile(fromRoot(path)))
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
