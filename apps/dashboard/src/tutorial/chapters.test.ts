import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lessons } from '#lessons/lessons.ts'
import { chapterPath, chapters } from './chapters.ts'

const docs = join(import.meta.dirname, '../../../../docs')

test('lists every chapter that there is, under its own title and question', () => {
  const files = readdirSync(docs).filter((name) => name.endsWith('.md'))
  expect(chapters.map(({ file }) => `${file}.md`)).toEqual(files.sort())
  for (const { file, title, question } of chapters) {
    const [heading, , first] = readFileSync(join(docs, `${file}.md`), 'utf8').split('\n')
    expect([heading, first]).toEqual([`# ${title}`, question])
  }
})

test('gives no chapter the address of a lesson', () => {
  expect(chapters.map(chapterPath)).toContain('/learn/run-it')
  const taken = Object.values(lessons).map(({ path }) => path)
  expect(chapters.map(chapterPath).filter((path) => taken.includes(path))).toEqual([])
})
