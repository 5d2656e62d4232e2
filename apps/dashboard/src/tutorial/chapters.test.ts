import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chapterName, chapters } from './chapters.ts'

const docs = join(import.meta.dirname, '../../../../docs')
const learnPages = join(import.meta.dirname, '../pages/learn')

test('lists every chapter with its title and its question', () => {
  const files = readdirSync(docs).filter((name) => /^(\d+-.+|getserversideprops)\.md$/.test(name))
  expect(chapters.map(({ file }) => `${file}.md`)).toEqual(files.sort())
  for (const { file, title, question } of chapters) {
    const [heading, , firstLine] = readFileSync(join(docs, `${file}.md`), 'utf8').split('\n')
    expect([heading, firstLine]).toEqual([`# ${title}`, question])
  }
})

test('gives no chapter the path of another page', () => {
  const pageNames = readdirSync(learnPages).map((name) => name.replace(/\.tsx$/, ''))
  expect(pageNames).toContain('caching')
  const names = chapters.map(({ file }) => chapterName(file))
  expect(names).toContain('getting-started')
  expect(names.filter((name) => pageNames.includes(name))).toEqual([])
})
