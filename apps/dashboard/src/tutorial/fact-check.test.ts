import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const docs = join(import.meta.dirname, '../../../../docs')
const [introduction = '', ...sections] = readFileSync(join(docs, 'getserversideprops.md'), 'utf8')
  .split(/^#{2,3} /m)
  .map((section) => section.trim())
const entries = sections.flatMap((section) => section.split(/\n+(?=- )/).slice(1))

const ratings = ['True', 'Loose', 'Outdated', 'Wrong']
const entryPattern = new RegExp(
  `^- \\*\\*(?:${ratings.join('|')})\\*\\*: .+\n  - Measured: .+\n  - Lessons?: .+\n  - Tests?: .+$`,
)

function countRatings(text: string): string {
  return ratings
    .map((rating) => ({ rating, count: text.split(`\n- **${rating}**: `).length - 1 }))
    .filter(({ count }) => count > 0)
    .map(({ rating, count }) => `${count} ${rating.toLowerCase()}`)
    .join(', ')
}

test('each sentence has a rating, a measurement, a lesson and a test', () => {
  expect(entries.length).toBeGreaterThan(40)
  expect(entries.filter((entry) => !entryPattern.test(entry))).toEqual([])
})

test('the table of contents counts the sentences of each section by rating', () => {
  const listed = [...introduction.matchAll(/^- \[(.+)\]\(#.+\): (.+)$/gm)]
  expect(listed.map(([, title, counts]) => [title, counts])).toEqual(
    sections.map((section) => [section.split('\n')[0], countRatings(section)]),
  )
  expect(introduction).toContain(
    `All ${entries.length} sentences: ${countRatings(sections.join('\n'))}.`,
  )
})
