import { posix } from 'node:path'

/** The repository that the documents describe. */
export type DocsContext = {
  /** Reads a file by its path from the root: empty for a folder, undefined if it does not exist. */
  read: (path: string) => string | undefined
  /** Script names by package name; '' is the root package. */
  scripts: Readonly<Record<string, readonly string[]>>
  /** Whether a package or the reader's system provides a program. */
  hasProgram: (name: string) => boolean
  /** Paths of the files that a recipe creates. */
  created: readonly string[]
  /** Paths of the page files. */
  pages: readonly string[]
}

/** Finds broken links, paths, URLs, snippets, test titles and commands in a document: one line each. */
export function findProblems(path: string, text: string, repository: DocsContext): string[] {
  return [
    ...findBrokenLinks(path, text, repository),
    ...findUndefinedReferences(text),
    ...findMissingPaths(text, repository),
    ...findUnknownUrls(text, repository),
    ...findOutdatedSnippets(text, repository),
    ...findUnknownTests(path, text, repository),
    ...findUnknownCommands(text, repository),
    ...findMergeConflicts(text),
  ].map((problem) => `${path}: ${problem}`)
}

/** Finds page files that no chapter and no lesson references. */
export function findUnreferencedPages(
  documents: ReadonlyMap<string, string>,
  lessons: string,
  pages: readonly string[],
): string[] {
  const referenced = [...documents].flatMap(([path, text]) =>
    linksIn(text).map((target) => resolveLink(path, target).file),
  )
  return pages
    .filter((page) => !referenced.includes(page) && !lessons.includes(`'${page}'`))
    .map((page) => `${page}: no chapter or lesson references this page`)
}

/** Finds decisions that the index does not list with their title, date and status. */
export function findUnlistedDecisions(documents: ReadonlyMap<string, string>): string[] {
  const folder = 'docs/decisions'
  const index = documents.get(`${folder}/README.md`) ?? ''
  const cells = /^\| \[\d+\]\((\S+)\) *\| (.+?) *\| (\S+) *\| (.+?) *\|$/gm
  const rows = [...index.matchAll(cells)].map(
    ([, file = '', title, date, status]) =>
      [`${folder}/${file}`, `${title} (${date}, ${status})`] as const,
  )
  const listed = new Map<string, string>(rows)
  return [...documents]
    .filter(([path]) => new RegExp(`^${folder}/\\d`).test(path))
    .flatMap(([path, text]) => {
      const head = /^# \d+\. (.+)\n\nDate: (.+)\n\nStatus: (.+)$/m
      const [, title, date, status] = head.exec(text) ?? []
      if (title === undefined) return `${path}: no title, date and status like the other decisions`
      const entry = `${title} (${date}, ${status})`
      return listed.get(path) === entry ? [] : `${path}: the index does not list it as ${entry}`
    })
}

/** Finds documents that the index of `docs` does not list with their reading time. */
export function findWrongReadingTimes(documents: ReadonlyMap<string, string>): string[] {
  const index = 'docs/README.md'
  const rows = [
    ...(documents.get(index) ?? '').matchAll(/^\| \[.+?\]\((\S+)\) *\|.*\| *(\d+) min *\|$/gm),
  ]
  const listed = new Map(rows.map(([, file = '', minutes]) => [`docs/${file}`, Number(minutes)]))
  return [...documents]
    .filter(([path]) => /^docs\/[^/]+\.md$/.test(path) && path !== index)
    .flatMap(([path, text]) => {
      const minutes = readingMinutes(text)
      return listed.get(path) === minutes ? [] : `${path}: ${index} does not list ${minutes} min`
    })
}

/** Finds chapters of the tutorial that are too long to read at a time. Their code counts. */
export function findLongChapters(documents: ReadonlyMap<string, string>): string[] {
  return [...documents]
    .filter(([path]) => /^docs\/\d+-[^/]+\.md$/.test(path))
    .map(([path, text]) => ({ path, words: text.trim().split(/\s+/).length }))
    .filter(({ words }) => words > MAX_CHAPTER_WORDS)
    .map(({ path, words }) => `${path}: ${words} words, more than ${MAX_CHAPTER_WORDS}`)
}

function findBrokenLinks(path: string, text: string, { read }: DocsContext): string[] {
  return linksIn(text)
    .filter((target) => {
      const { file, anchor } = resolveLink(path, target)
      const linked = file === path ? text : read(file)
      if (linked === undefined) return true
      return anchor !== undefined && file.endsWith('.md') && !anchorsIn(linked).includes(anchor)
    })
    .map((target) => `broken link ${target}`)
}

/** Links by a reference, `[text][label]`, without a definition. */
function findUndefinedReferences(text: string): string[] {
  const prose = removeCode(text)
  const defined = matchAll(DEFINITION_LABEL, prose).map((label) => label.toLowerCase())
  return [...prose.matchAll(/\[([^[\]]+)\]\[([^[\]]*)\]/g)]
    .map(([, linkText = '', label]) => label || linkText)
    .filter((label) => !defined.includes(label.toLowerCase()))
    .map((label) => `undefined reference [${label}]`)
}

/** Paths in inline code. */
function findMissingPaths(text: string, { read, created }: DocsContext): string[] {
  return matchAll(/`((?:apps|packages|e2e|docs|scripts)\/[^\s`*]+)`/g, text)
    .filter((target) => read(target) === undefined && !created.includes(target))
    .filter((target) => !target.endsWith('.env.local'))
    .map((target) => `no file ${target}`)
}

/** URLs of the local server. */
function findUnknownUrls(text: string, { pages }: DocsContext): string[] {
  const routes = pages.map(routePattern)
  return matchAll(/http:\/\/localhost:(?:3000|8080)(\/[^\s)>`?#]*)/g, text)
    .filter((path) => !routes.some((route) => route.test(path)))
    .map((path) => `no page at ${path}`)
}

/** Code blocks behind a `from:` comment. */
function findOutdatedSnippets(text: string, { read }: DocsContext): string[] {
  return [...text.matchAll(/<!-- from: (\S+)(?: mark: [\d,-]+)? -->\s*```\w*\n([\s\S]*?)```/g)]
    .filter(
      ([, source = '', snippet = '']) => !includesSnippet(read(source) ?? '', snippet.trimEnd()),
    )
    .map(([, source]) => `outdated snippet of ${source}`)
}

// A snippet from inside a function is indented in its file.
function includesSnippet(source: string, snippet: string): boolean {
  return [0, 2, 4, 6].some((indent) =>
    source.includes(snippet.replace(/^(?=.)/gm, ' '.repeat(indent))),
  )
}

/** Test titles in quotes behind a link to their file. */
function findUnknownTests(path: string, text: string, { read }: DocsContext): string[] {
  const citation = /\]\(([^)\s]+\.(?:spec|test)\.tsx?)\):((?:[\s;]*"[^"]+")+)/g
  return [...text.matchAll(citation)].flatMap(([, target = '', titles = '']) =>
    matchAll(/"([^"]+)"/g, titles)
      .map((title) => title.replace(/\s+/g, ' ').replace(/,$/, ''))
      .filter((title) => !read(resolveLink(path, target).file)?.includes(title))
      .map((title) => `no test "${title}" in ${target}`),
  )
}

/** Commands in inline code and in `sh` blocks. */
function findUnknownCommands(text: string, { scripts, hasProgram }: DocsContext): string[] {
  const inline = matchAll(/`((?:npx (?:--yes )?)?pnpm [^`\n]+)`/g, removeCodeBlocks(text))
  const inBlocks = matchAll(/```sh\n([\s\S]*?)```/g, text).flatMap((block) => block.split('\n'))
  return [...inline, ...inBlocks]
    .flatMap((line) => line.replace(/(^|\s)#.*/, '').split(/&&|\||;/))
    .map((command) => command.trim().split(/\s+/))
    .flatMap((words) => commandProblem(words) ?? [])

  function commandProblem(words: readonly string[]): string | undefined {
    const [program = '', ...rest] = words
    if (program === '') return undefined
    // An environment variable, alone or before a command.
    if (/^[A-Z_]+=/.test(program)) return commandProblem(rest)
    if (program === 'npx' || program.startsWith('--')) return commandProblem(rest)
    if (program !== 'pnpm') return hasProgram(program) ? undefined : `no program ${program}`
    const [option, filtered, ...further] = rest
    const [name, script] = option === '--filter' ? [filtered, further[0]] : ['', option]
    if (script === undefined || script.startsWith('-') || pnpmCommands.includes(script)) return
    return scripts[name ?? '']?.includes(script) ? undefined : `no script for ${words.join(' ')}`
  }
}

/** Conflict markers. The formatter turns `>>>>>>>` into nested quotes. */
function findMergeConflicts(text: string): string[] {
  return matchAll(/^((?:<{7}|(?:> ?){7})(?![<>]).*|={7})$/gm, text).map(
    (marker) => `merge conflict marker ${marker}`,
  )
}

const MAX_CHAPTER_WORDS = 900

const WORDS_PER_MINUTE = 200

function readingMinutes(text: string): number {
  const words = text.match(/[\p{L}\d][^\s|]*/gu) ?? []
  return Math.max(1, Math.round(words.length / WORDS_PER_MINUTE))
}

// Built into pnpm.
const pnpmCommands = ['install', 'add', 'exec']

const DEFINITION_LABEL = /^ {0,3}\[([^\]]+)\]: *\S/gm

/** The targets of links, definitions and HTML elements, except URLs of other sites. */
function linksIn(text: string): string[] {
  const prose = removeCode(text)
  return [
    ...matchAll(/\]\(([^)\s]+)[^)]*\)/g, prose),
    ...matchAll(/^ {0,3}\[[^\]]+\]: *(\S+)/gm, prose),
    ...matchAll(/<(?:a|img|source)\b[^>]*?\s(?:href|src|srcset)="([^"\s]+)"/g, prose),
  ].filter((target) => !/^(https?:|mailto:|data:)/.test(target))
}

/** Resolves the target of a link to a path from the root, and its fragment. */
function resolveLink(path: string, target: string): { file: string; anchor: string | undefined } {
  const [file = '', anchor] = decodeURI(target).split('#')
  if (file === '') return { file: path, anchor }
  return { file: posix.join(posix.dirname(path), file).replace(/\/$/, ''), anchor }
}

/** The fragments of a document's headings, as GitHub makes them, and of its elements with an ID. */
function anchorsIn(text: string): string[] {
  const counts = new Map<string, number>()
  const headings = matchAll(/^ {0,3}#{1,6} +(.+?)(?: +#+)? *$/gm, removeCodeBlocks(text))
  const slugs = headings.map((heading) => {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-')
    const count = counts.get(slug) ?? 0
    counts.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  })
  return [...slugs, ...matchAll(/\s(?:id|name)="([^"]+)"/g, text)]
}

function routePattern(page: string): RegExp {
  const route = page
    .replace(/^.*\/src\/pages/, '')
    .replace(/\.tsx?$/, '')
    .replace(/\/index$/, '')
  return new RegExp(`^${route.replaceAll('.', '\\.').replace(/\[\w+\]/g, '[^/]+')}/?$`)
}

function removeCodeBlocks(text: string): string {
  return text.replace(/```[\s\S]*?```/g, '')
}

function removeCode(text: string): string {
  // The text of a link may contain code with brackets.
  return removeCodeBlocks(text).replace(/`[^`\n]+`/g, 'code')
}

function matchAll(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([, match = '']) => match)
}
