import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listedFaults } from './data/faults.ts'
import { formerNames, stories } from './data/stories.ts'

// The formatter pads the cells of tables.
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8').replace(/ +/g, ' ')

test.each(stories)('the README tells the story of $owner/$name', ({ owner, name, story }) => {
  expect(readme).toContain(`| \`${owner}/${name}\` | ${story} |`)
})

test.each(listedFaults)('the README lists the fault $name', ({ name, effect }) => {
  expect(readme).toContain(`| \`${name}\` | ${effect} |`)
})

test('the README lists every former name', () => {
  for (const name of Object.keys(formerNames)) expect(readme).toContain(`| \`${name}\` |`)
})
