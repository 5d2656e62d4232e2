import { posix } from 'node:path'

/** What documents are held against. */
export type Repository = {
  /** The text of a file, an empty one for a folder, undefined where there is neither. Paths from the root. */
  read: (path: string) => string | undefined
  /** The scripts of a package by its name; those of the root under ''. */
  scripts: Readonly<Record<string, readonly string[]>>
  /** Whether a program is there: one of a package, or one that readers have. */
  hasProgram: (name: string) => boolean
  /** The page files of the site. */
  pages: readonly string[]
}

/** What a document says that is not so, each as a line that names it. */
export function problemsIn(path: string, text: string, repository: Repository): string[] {
  return [
    ...deadLinks(path, text, repository),
    ...deadPaths(text, repository),
    ...deadAddresses(text, repository),
    ...driftedSnippets(text, repository),
    ...lostTests(path, text, repository),
    ...deadCommands(text, repository),
    ...marksOfMerges(text),
  ].map((problem) => `${path}: ${problem}`)
}

/** Page files that neither a chapter nor a lesson names. */
export function unnamedPages(
  documents: ReadonlyMap<string, string>,
  lessons: string,
  pages: readonly string[],
): string[] {
  const named = [...documents].flatMap(([path, text]) =>
    linksOf(text).map((target) => resolved(path, target)),
  )
  return pages
    .filter((page) => !named.includes(page) && !lessons.includes(`'${page}'`))
    .map((page) => `${page}: no chapter and no lesson names this page`)
}

/** Decisions that their index does not list by title and status. A row without a record is a dead link. */
export function misfiledDecisions(documents: ReadonlyMap<string, string>): string[] {
  const folder = 'docs/decisions'
  const index = documents.get(`${folder}/README.md`) ?? ''
  const rows = [...index.matchAll(/^\| \[\d+\]\((\S+)\) *\| (.+?) *\| (.+?) *\|$/gm)].map(
    ([, file = '', title, status]) => [`${folder}/${file}`, `${title} (${status})`] as const,
  )
  const listed = new Map<string, string>(rows)
  return [...documents]
    .filter(([path]) => new RegExp(`^${folder}/\\d`).test(path))
    .flatMap(([path, text]) => {
      const [, title, status] = /^# \d+\. (.+)\n\nStatus: (.+)$/m.exec(text) ?? []
      if (title === undefined) return `${path}: no title and status as in the other decisions`
      const told = `${title} (${status})`
      return listed.get(path) === told ? [] : `${path}: the index does not list it as ${told}`
    })
}

/** Links and pictures whose file does not exist. */
function deadLinks(path: string, text: string, { read }: Repository): string[] {
  return linksOf(text)
    .filter((target) => read(resolved(path, target)) === undefined)
    .map((target) => `no file at the link ${target}`)
}

/** Paths in the text, written as code, that do not exist. */
function deadPaths(text: string, { read }: Repository): string[] {
  return all(/`((?:apps|packages|e2e|docs|scripts)\/[^\s`*]+)`/g, text)
    .filter((target) => read(target) === undefined && !target.endsWith('.env.local'))
    .map((target) => `no file at ${target}`)
}

/** Addresses of the site, as a reader has it on their machine, for which it has no page. */
function deadAddresses(text: string, { pages }: Repository): string[] {
  const routes = pages.map(routeOf)
  return all(/http:\/\/localhost:(?:3000|8080)(\/[^\s)>`?#]*)/g, text)
    .filter((address) => !routes.some((route) => route.test(address)))
    .map((address) => `no page at ${address}`)
}

/** Snippets that say where they are from and no longer stand there. */
function driftedSnippets(text: string, { read }: Repository): string[] {
  return [...text.matchAll(/<!-- from: (\S+) -->\s*```\w*\n([\s\S]*?)```/g)]
    .filter(([, source = '', snippet = '']) => !holds(read(source) ?? '', snippet.trimEnd()))
    .map(([, source]) => `a snippet is no longer in ${source}`)
}

// A snippet from inside of a function stands further to the right in its file.
function holds(source: string, snippet: string): boolean {
  return [0, 2, 4, 6].some((indent) =>
    source.includes(snippet.replace(/^(?=.)/gm, ' '.repeat(indent))),
  )
}

/** Tests that are named behind a link to their file, and are not in it. */
function lostTests(path: string, text: string, { read }: Repository): string[] {
  const named = /\]\(([^)\s]+\.(?:spec|test)\.tsx?)\):((?:[\s;]*"[^"]+")+)/g
  return [...text.matchAll(named)].flatMap(([, target = '', titles = '']) =>
    all(/"([^"]+)"/g, titles)
      .map((title) => title.replace(/\s+/g, ' ').replace(/,$/, ''))
      .filter((title) => !read(resolved(path, target))?.includes(title))
      .map((title) => `no test "${title}" in ${target}`),
  )
}

/** Commands that are no script, and programs that are not there. */
function deadCommands(text: string, { scripts, hasProgram }: Repository): string[] {
  const inline = all(/`((?:npx (?:--yes )?)?pnpm [^`\n]+)`/g, withoutBlocks(text))
  const inBlocks = all(/```sh\n([\s\S]*?)```/g, text).flatMap((block) => block.split('\n'))
  return [...inline, ...inBlocks]
    .flatMap((line) => line.replace(/(^|\s)#.*/, '').split(/&&|\||;/))
    .map((command) => command.trim().split(/\s+/))
    .flatMap((words) => problemOf(words) ?? [])

  function problemOf(words: readonly string[]): string | undefined {
    const [program = '', ...rest] = words
    if (program === '') return undefined
    // A setting, in front of a command or alone.
    if (/^[A-Z_]+=/.test(program)) return problemOf(rest)
    if (program === 'npx') return problemOf(rest.filter((word) => !word.startsWith('-')))
    if (program !== 'pnpm') return hasProgram(program) ? undefined : `no program ${program}`
    const [option, filtered, ...further] = rest
    const [name, script] = option === '--filter' ? [filtered, further[0]] : ['', option]
    if (script === undefined || script.startsWith('-') || ownCommands.includes(script)) return
    return scripts[name ?? '']?.includes(script) ? undefined : `no script for ${words.join(' ')}`
  }
}

/** Marks that a merge has left. The formatter makes quotes within quotes of the last one. */
function marksOfMerges(text: string): string[] {
  return all(/^((?:<{7}|(?:> ?){7})(?![<>]).*|={7})$/gm, text).map(
    (mark) => `a mark of a merge: ${mark}`,
  )
}

// What pnpm does by itself.
const ownCommands = ['install', 'add', 'exec']

function linksOf(text: string): string[] {
  return all(/\]\((?!https?:|mailto:|#)([^)\s#]+)[^)]*\)/g, withoutCode(text))
}

function resolved(path: string, target: string): string {
  return posix.join(posix.dirname(path), decodeURI(target)).replace(/\/$/, '')
}

function routeOf(page: string): RegExp {
  const route = page
    .replace(/^.*\/src\/pages/, '')
    .replace(/\.tsx?$/, '')
    .replace(/\/index$/, '')
  return new RegExp(`^${route.replaceAll('.', '\\.').replace(/\[\w+\]/g, '[^/]+')}/?$`)
}

function withoutBlocks(text: string): string {
  return text.replace(/```[\s\S]*?```/g, '')
}

function withoutCode(text: string): string {
  // A link may have code in its text, and a bracket of a path is escaped there.
  return withoutBlocks(text).replace(/`[^`\n]+`/g, 'code')
}

function all(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([, match = '']) => match)
}
