import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findFilesUrl } from '#build/files-url.ts'
import { type Chapter, chapterName, chapters } from './chapters.ts'
import { renderChapter } from './render-chapter.server.ts'

// `next build` and `next dev` run in the application's folder. A production server reads no chapter.
const project = process.cwd()
const docs = join(project, '../../docs')

/** A chapter with its HTML. */
export type RenderedChapter = { chapter: Chapter; html: string; next: Chapter | null }

/** Reads and renders a chapter by the last segment of its path; undefined if it does not exist. */
export async function readChapter(name: string): Promise<RenderedChapter | undefined> {
  const index = chapters.findIndex(({ file }) => chapterName(file) === name)
  const chapter = chapters[index]
  if (!chapter) return undefined
  const markdown = await readFile(join(docs, `${chapter.file}.md`), 'utf8')
  const figures = await readFigures(markdown)
  const figure = (path: string) => figures.get(path) ?? ''
  const html = renderChapter(markdown, { figure, filesUrl: findFilesUrl(project, process.env) })
  return { chapter, html, next: chapters[index + 1] ?? null }
}

async function readFigures(markdown: string): Promise<Map<string, string>> {
  const paths = [...markdown.matchAll(/!\[[^[\]]*\]\(([^()]+)\)/g)].map(([, path = '']) => path)
  const files = await Promise.all(paths.map((path) => readFile(join(docs, path), 'utf8')))
  return new Map(paths.map((path, index) => [path, files[index] ?? '']))
}
