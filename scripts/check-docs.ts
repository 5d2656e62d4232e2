import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { atRoot } from './programs.ts'

const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))
// What pnpm does by itself.
const ownCommands = ['install', 'add', 'exec']

const documents = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'],
  { cwd: atRoot('.'), encoding: 'utf8' },
)
  .split('\n')
  .filter((path) => path !== '' && existsSync(atRoot(path)))

const problems = documents.flatMap((path) => {
  const text = read(path)
  const found = [
    ...deadLinks(path, text),
    ...deadPaths(text),
    ...driftedSnippets(text),
    ...deadCommands(text),
  ]
  return found.map((problem) => `${path}: ${problem}`)
})

for (const problem of problems) console.error(problem)
console.log(`${documents.length} documents checked, ${problems.length} problems found`)
process.exitCode = problems.length === 0 ? 0 : 1

/** Links and pictures whose file does not exist. */
function deadLinks(path: string, text: string): string[] {
  return all(/\]\((?!https?:|mailto:|#)([^)\s#]+)[^)]*\)/g, withoutCode(text))
    .filter((target) => !existsSync(atRoot(join(dirname(path), decodeURI(target)))))
    .map((target) => `no file at the link ${target}`)
}

/** Paths in the text, written as code, that do not exist. */
function deadPaths(text: string): string[] {
  return all(/`((?:apps|packages|e2e|docs|scripts)\/[^\s`*]+)`/g, text)
    .filter((target) => !existsSync(atRoot(target)) && !target.endsWith('.env.local'))
    .map((target) => `no file at ${target}`)
}

/** Snippets that say where they are from and no longer stand there. */
function driftedSnippets(text: string): string[] {
  return [...text.matchAll(/<!-- from: (\S+) -->\s*```\w*\n([\s\S]*?)```/g)]
    .filter(([, source = '', snippet = '']) => !isIn(source, snippet))
    .map(([, source]) => `a snippet is no longer in ${source}`)
}

function isIn(source: string, snippet: string): boolean {
  return existsSync(atRoot(source)) && read(source).includes(snippet.trimEnd())
}

/** Commands of pnpm that are no script. */
function deadCommands(text: string): string[] {
  return all(/\bpnpm (?!-)([a-z][\w:-]*)/g, code(text))
    .filter((command) => !(command in scripts) && !ownCommands.includes(command))
    .map((command) => `no script for pnpm ${command}`)
}

function code(text: string): string {
  return [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].join('\n')
}

function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```|`[^`\n]+`/g, '')
}

function all(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([, match = '']) => match)
}

function read(path: string): string {
  return readFileSync(atRoot(path), 'utf8')
}
