import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fromRoot } from '../programs.ts'
import { readRecipes } from '../recipes/recipes.ts'
import { listFiles } from '../repository-files.ts'
import {
  type DocsContext,
  findLongChapters,
  findProblems,
  findUnlistedDecisions,
  findUnreferencedPages,
  findWrongReadingTimes,
} from './find-problems.ts'
import { findOutdatedTables, replaceTables } from './generated-tables.ts'
import { lifetimeTables } from './lifetimes.ts'

// Readers have these programs, or install them to follow a document.
const systemPrograms = [
  ...['node', 'git', 'curl', 'cd', 'cp', 'nginx', 'varnishd', 'redis-server'],
  ...['apt-get', 'docker', 'editor', 'install', 'systemctl'],
]

type Manifest = {
  name?: string
  scripts?: Record<string, string>
  bin?: Record<string, string>
}

const packages = listFiles('*package.json').map((path) => {
  const manifest: Manifest = JSON.parse(readText(path) ?? '{}')
  return { folder: dirname(path), manifest }
})

const documents = new Map(listFiles('*.md').map((path) => [path, readText(path) ?? '']))
const { first, others } = readRecipes()

const repository: DocsContext = {
  read: readText,
  scripts: Object.fromEntries(
    packages.map(({ folder, manifest }) => [
      folder === '.' ? '' : (manifest.name ?? folder),
      Object.keys(manifest.scripts ?? {}),
    ]),
  ),
  hasProgram: (name) =>
    systemPrograms.includes(name) ||
    packages.some(
      ({ folder, manifest }) =>
        name in (manifest.bin ?? {}) || existsSync(fromRoot(`${folder}/node_modules/.bin/${name}`)),
    ),
  created: [first, ...others]
    .flatMap(({ steps }) => steps)
    .flatMap((step) => (step.kind === 'create' ? step.path : [])),
  pages: listFiles('apps/dashboard/src/pages/*.ts', 'apps/dashboard/src/pages/*.tsx'),
}

if (process.argv.includes('--write')) writeTables()

const chapters = new Map([...documents].filter(([path]) => /^docs\/[^/]+\.md$/.test(path)))
const lessons = readText('apps/dashboard/src/tutorial/lessons.ts') ?? ''

const problems = [
  ...[...documents].flatMap(([path, text]) => findProblems(path, text, repository)),
  ...findUnreferencedPages(chapters, lessons, repository.pages),
  ...findLongChapters(documents),
  ...findUnlistedDecisions(documents),
  ...findWrongReadingTimes(documents),
  ...findOutdatedTables(documents, lifetimeTables),
]
for (const problem of problems) console.error(problem)
console.log(`${documents.size} documents checked, ${problems.length} problems found`)
process.exitCode = problems.length === 0 ? 0 : 1

function writeTables(): void {
  for (const [path, text] of documents) {
    const updated = replaceTables(text, lifetimeTables)
    if (updated === text) continue
    writeFileSync(fromRoot(path), updated)
    documents.set(path, updated)
  }
}

function readText(path: string): string | undefined {
  const file = fromRoot(path)
  if (!existsSync(file)) return undefined
  return statSync(file).isDirectory() ? '' : readFileSync(file, 'utf8')
}
