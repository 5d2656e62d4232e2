import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filesUrl } from '#build/files-url.ts'
import { chapterHtml } from './chapter-html.server.ts'
import { type Chapter, chapterName, chapters } from './chapters.ts'

// Next builds and develops in the application's folder. What is built reads no chapter any more.
const project = process.cwd()
const docs = join(project, '../../docs')

/** A chapter as its page shows it. */
export type ReadChapter = { chapter: Chapter; html: string; next: Chapter | null }

/** Reads a chapter by the last part of its address, when the site is built; undefined for none. */
export async function readChapter(name: string): Promise<ReadChapter | undefined> {
  const index = chapters.findIndex(({ file }) => chapterName(file) === name)
  const chapter = chapters[index]
  if (!chapter) return undefined
  const markdown = await readFile(join(docs, `${chapter.file}.md`), 'utf8')
  const figures = await readFigures(markdown)
  const figure = (path: string) => figures.get(path) ?? ''
  const html = chapterHtml(markdown, { figure, filesUrl: filesUrl(project, process.env) })
  return { chapter, html, next: chapters[index + 1] ?? null }
}

async function readFigures(markdown: string): Promise<Map<string, string>> {
  const paths = [...markdown.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path = '']) => path)
  const files = await Promise.all(paths.map((path) => readFile(join(docs, path), 'utf8')))
  return new Map(paths.map((path, index) => [path, files[index] ?? '']))
}
