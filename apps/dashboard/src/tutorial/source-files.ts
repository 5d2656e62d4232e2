import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { chapters } from './chapters.ts'
import { lessons } from './lessons.ts'
import { sourceFileName } from './source-file-url.ts'

/**
 * Copies the files that chapters and lessons link to into `public/files`, so that a link opens a file
 * where the URL of the repository is unknown.
 * @param root The root of the repository.
 */
export function writeSourceFiles(root: string): void {
  const target = join(root, 'apps/dashboard/public/files')
  rmSync(target, { recursive: true, force: true })
  for (const path of listSourceFiles(root)) {
    const copy = join(target, sourceFileName(path))
    mkdirSync(dirname(copy), { recursive: true })
    copyFileSync(join(root, path), copy)
  }
}

/** Lists the files that chapters and lessons link to, without chapters, figures and folders. */
export function listSourceFiles(root: string): string[] {
  const texts = chapters
    .map(({ file }) => join(root, 'docs', `${file}.md`))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
  const sources = Object.values(lessons).map(({ source }) => source)
  const paths = new Set([...texts.flatMap(linkedPaths), ...sources])
  return [...paths].filter((path) => isSourceFile(root, path)).toSorted()
}

function linkedPaths(markdown: string): string[] {
  const links = [...markdown.matchAll(/\]\((?!https?:|#)([^)\s#]+)/g)]
  const snippets = [...markdown.matchAll(/<!-- from: (\S+)/g)]
  return [
    ...links.map(([, href = '']) => posix.join('docs', href)),
    ...snippets.map(([, path = '']) => path),
  ]
}

function isSourceFile(root: string, path: string): boolean {
  const isChapter = chapters.some(({ file }) => path === `docs/${file}.md`)
  const stats = statSync(join(root, path), { throwIfNoEntry: false })
  return !isChapter && !path.endsWith('.svg') && (stats?.isFile() ?? false)
}
