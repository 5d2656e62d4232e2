import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { misfiledDecisions, problemsIn, type Repository, unnamedPages } from './doc-problems.ts'
import { atRoot } from './programs.ts'

// What a reader has, or installs to follow what a document tells.
const readersOwn = ['node', 'git', 'curl', 'cd', 'cp', 'nginx', 'varnishd', 'redis-server']

type Manifest = {
  name?: string
  scripts?: Record<string, string>
  bin?: Record<string, string>
}

const packages = filesOf('*package.json').map((path) => {
  const manifest: Manifest = JSON.parse(read(path) ?? '{}')
  return { folder: dirname(path), manifest }
})

const repository: Repository = {
  read,
  scripts: Object.fromEntries(
    packages.map(({ folder, manifest }) => [
      folder === '.' ? '' : (manifest.name ?? folder),
      Object.keys(manifest.scripts ?? {}),
    ]),
  ),
  hasProgram: (name) =>
    readersOwn.includes(name) ||
    packages.some(
      ({ folder, manifest }) =>
        name in (manifest.bin ?? {}) || existsSync(atRoot(`${folder}/node_modules/.bin/${name}`)),
    ),
  pages: filesOf('apps/dashboard/src/pages/*.ts', 'apps/dashboard/src/pages/*.tsx'),
}

const documents = new Map(filesOf('*.md').map((path) => [path, read(path) ?? '']))
const chapters = new Map([...documents].filter(([path]) => /^docs\/[^/]+\.md$/.test(path)))
const lessons = read('apps/dashboard/src/features/learn/lessons.ts') ?? ''

const problems = [
  ...[...documents].flatMap(([path, text]) => problemsIn(path, text, repository)),
  ...unnamedPages(chapters, lessons, repository.pages),
  ...misfiledDecisions(documents),
]
for (const problem of problems) console.error(problem)
console.log(`${documents.size} documents checked, ${problems.length} problems found`)
process.exitCode = problems.length === 0 ? 0 : 1

/** The files that git knows or would take, by pathspecs. */
function filesOf(...patterns: string[]): string[] {
  return execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...patterns],
    { cwd: atRoot('.'), encoding: 'utf8' },
  )
    .split('\0')
    .filter((path) => path !== '' && existsSync(atRoot(path)))
}

function read(path: string): string | undefined {
  const file = atRoot(path)
  if (!existsSync(file)) return undefined
  return statSync(file).isDirectory() ? '' : readFileSync(file, 'utf8')
}
