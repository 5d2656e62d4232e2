import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Chapter, chapterName, chapterPath, chapters } from './chapters.ts'
import { createHighlighter } from './highlight-code.server.ts'
import { listHeadings, renderChapter } from './render-chapter.server.ts'
import { listSourceFiles } from './source-files.ts'
import {
  findPlace,
  type Heading,
  type Place,
  STEP_COUNT,
  type StepLink,
  stepLinks,
} from './steps.ts'

// `next build` and `next dev` run in the application's folder. A production server reads no chapter.
const root = join(process.cwd(), '../..')
const docs = join(root, 'docs')

/** A chapter with its HTML, its headings and its place in the tutorial. */
export type RenderedChapter = {
  chapter: Chapter
  html: string
  headings: readonly Heading[]
  place: Place
  stepCount: number
  stepLinks: readonly StepLink[]
}

/** Reads and renders a chapter by the last segment of its path; undefined if it does not exist. */
export async function readChapter(name: string): Promise<RenderedChapter | undefined> {
  const chapter = chapters.find(({ file }) => chapterName(file) === name)
  const place = chapter && findPlace(chapterPath(chapter))
  if (!chapter || !place) return undefined
  const markdown = await readFile(join(docs, `${chapter.file}.md`), 'utf8')
  const figures = await readFigures(markdown)
  const figure = (path: string) => figures.get(path) ?? ''
  const html = renderChapter(markdown, {
    figure,
    sourceFiles: listSourceFiles(root),
    highlight: await createHighlighter(),
  })
  const headings = listHeadings(markdown)
  return { chapter, html, headings, place, stepCount: STEP_COUNT, stepLinks }
}

async function readFigures(markdown: string): Promise<Map<string, string>> {
  const paths = [...markdown.matchAll(/!\[[^[\]]*\]\(([^()]+)\)/g)].map(([, path = '']) => path)
  const files = await Promise.all(paths.map((path) => readFile(join(docs, path), 'utf8')))
  return new Map(paths.map((path, index) => [path, files[index] ?? '']))
}
