import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chapterName, chapterPath, chapters } from './chapters.ts'
import { lessons } from './lessons.ts'
import { findPlace, parts, STEP_COUNT, stepLinks } from './steps.ts'

const docs = join(import.meta.dirname, '../../../../docs')
const steps = parts.flatMap((part) => part.steps)

test('contains every chapter and every lesson once, except the pages that fail on purpose', () => {
  const lessonPaths = Object.values(lessons).map(({ path }) => path)
  const failing = lessonPaths.filter((path) => path.startsWith('/learn/errors/'))
  const paths = steps.map(({ path }) => path)
  expect(paths.toSorted()).toEqual(
    [...chapters.map(chapterPath), ...lessonPaths]
      .filter((path) => !failing.includes(path))
      .toSorted(),
  )
})

test('has the chapters in the order of their files, and adding a page third', () => {
  const inOrder = steps.filter(({ kind }) => kind === 'chapter').map(({ title }) => title)
  expect(inOrder).toEqual(chapters.map(({ title }) => title))
  expect(stepLinks[2]).toEqual({ title: 'Adding a page', path: '/learn/adding-a-page', number: 3 })
})

test('gives each chapter the outcome and the reading time of the index in docs', () => {
  const index = readFileSync(join(docs, 'README.md'), 'utf8')
  const rows = [...index.matchAll(/^\| \[.+?\]\((\S+)\.md\) *\| (.+?) *\| (\d+) min *\|$/gm)]
  const listed = new Map(
    rows.map(([, file = '', ...cells]) => [`/learn/${chapterName(file)}`, cells]),
  )
  for (const { kind, path, outcome, minutes } of steps) {
    if (kind === 'chapter') expect(listed.get(path), path).toEqual([outcome, `${minutes}`])
  }
})

test('numbers the steps, and continues with the appendices', () => {
  const last = stepLinks[STEP_COUNT - 1]
  const appendix = stepLinks[STEP_COUNT]
  expect(findPlace('/learn/getting-started')).toEqual({
    number: 1,
    minutes: steps[0]?.minutes,
    previous: null,
    next: stepLinks[1],
  })
  expect(appendix).toEqual({
    title: 'Node.js and Edge runtimes',
    path: '/learn/node-and-edge-runtimes',
  })
  expect(findPlace(appendix?.path ?? '')).toEqual({
    minutes: steps[STEP_COUNT]?.minutes,
    previous: last,
    next: stepLinks[STEP_COUNT + 1],
  })
  expect(findPlace('/learn/getserversideprops')?.next).toBe(null)
  expect(findPlace('/learn/errors/thrown')).toBe(undefined)
})
