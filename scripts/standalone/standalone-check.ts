import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { findUnreported } from '../deployments/broken.ts'
import { linkFolder } from '../deployments/link-folder.ts'
import { reportCheck, reportSummary } from '../deployments/report.ts'
import { startSampleGitHub } from '../deployments/servers.ts'
import { fromRoot } from '../programs.ts'
import { createTemporaryFolder } from '../repository-copy.ts'
import { brokenFolders } from './broken-folders.ts'
import { buildStandaloneFolder } from './build-standalone-folder.ts'
import { visitFolder } from './visit-folder.ts'

const folder = buildStandaloneFolder()
// The application shows copies of its own files, among them a public one.
const envFiles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (path) => basename(path).startsWith('.env') && !path.includes('public'),
)
reportCheck('the folder contains no .env file', envFiles)

const github = await startSampleGitHub()
for (const [title, problems] of Object.entries(await visitFolder(folder, github.url))) {
  reportCheck(title, problems)
}
for (const broken of brokenFolders) {
  const copy = createTemporaryFolder('broken-folder')
  linkFolder(folder, copy)
  broken.change(copy)
  const problems = await visitFolder(copy, github.url, broken.paths)
  const unreported = findUnreported(broken, (title) => problems[title] ?? [])
  reportCheck(`the checks report ${broken.title}`, unreported)
}
await github.end()
reportSummary()

const { status } = spawnSync('pnpm', ['--filter', '@repo/e2e', 'standalone'], {
  cwd: fromRoot('.'),
  env: { ...process.env, E2E_STANDALONE: folder },
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (status !== 0) process.exitCode = 1
